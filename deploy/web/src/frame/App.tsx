import { useQuery } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { sessionEnded } from '../api/connection';
import { meQuery } from '../api/me';
import { useStore } from '../api/store';
import { conflict } from '../record/conflict';
import { useAppearance, useMedia, useTouch } from './appearance';
import { Failure } from './Failure';
import { componentTexts } from './language';
import { Notice } from './Notice';
import { makeRouter } from './router';
import { signIn } from './signIn';
import { themeOf } from './theme';

const SessionDialog = lazy(() => import('./SessionDialog'));
const ConflictDialog = lazy(() => import('../record/ConflictDialog'));

const router = makeRouter();

/** The page: its look, its language, who is signed in, and then the rooms. */
export function App() {
  const appearance = useAppearance();
  const touch = useTouch();
  const motion = !useMedia('(prefers-reduced-motion: reduce)');
  const locale = useStore(componentTexts);

  return (
    <ConfigProvider theme={themeOf(appearance, touch, motion)} locale={locale} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 3 }}>
        <SignedIn />
      </AntApp>
    </ConfigProvider>
  );
}

function SignedIn() {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const ended = useStore(sessionEnded);
  const known = me.data !== undefined;

  useEffect(() => {
    if (!known && ended) signIn();
  }, [known, ended]);

  // Once it was needed it stays, to notice another user who signs in.
  const [everEnded, setEverEnded] = useState(false);
  if (ended && known && !everEnded) setEverEnded(true);
  const conflicting = useStore(conflict) !== null;

  if (known) {
    return (
      <>
        <RouterProvider router={router} />
        <Suspense fallback={null}>
          {everEnded && <SessionDialog />}
          {conflicting && <ConflictDialog />}
        </Suspense>
      </>
    );
  }
  if (me.isError) return <Failure error={me.error} onRetry={() => void me.refetch()} />;
  return <Notice title={t('loading')} />;
}
