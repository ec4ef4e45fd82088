import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App';
import { startTexts } from './frame/language';
import { makeQueryClient } from './frame/queryClient';
import { finishSignIn } from './frame/signIn';
import './frame/page.css';

if (!finishSignIn()) {
  await startTexts();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <Suspense fallback={null}>
          <App />
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  );
}
