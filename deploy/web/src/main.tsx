import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery } from './api/me';
import { App } from './frame/App';
import { startTexts } from './frame/language';
import { makeQueryClient } from './frame/queryClient';
import { finishSignIn } from './frame/signIn';
import './frame/page.css';

if (!finishSignIn()) {
  const client = makeQueryClient();
  const texts = startTexts();
  void client.prefetchQuery(meQuery);
  await texts;
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Suspense fallback={null}>
          <App />
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  );
}
