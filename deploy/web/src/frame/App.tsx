import { useQuery } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import type { Language } from '../api/formats';
import { sessionEnded } from '../api/connection';
import { meQuery } from '../api/me';
import { useStore } from '../api/store';
import { conflict } from '../record/conflict';
import { useAppearance, useTouch } from './appearance';
import { Failure } from './Failure';
import { useLanguage } from './language';
import { Notice } from './Notice';
import { makeRouter } from './router';
import { signIn } from './signIn';
import { themeOf } from './theme';

const SessionDialog = lazy(() => import('./SessionDialog'));
const ConflictDialog = lazy(() => import('../record/ConflictDialog'));

const locales: Record<Language, () => Promise<{ default: Locale }>> = {
  'zh-CN': async () => {
    await import('dayjs/locale/zh-cn');
    return import('antd/es/locale/zh_CN');
  },
  'zh-TW': async () => {
    await import('dayjs/locale/zh-tw');
    return import('antd/es/locale/zh_TW');
  },
  en: () => import('antd/es/locale/en_US'),
};

const router = makeRouter();

/** The page: its look, its language, who is signed in, and then the rooms. */
export function App() {
  const appearance = useAppearance();
  const touch = useTouch();
  const language = useLanguage();
  const [locale, setLocale] = useState<Locale>();

  useEffect(() => {
    let current = true;
    void locales[language]().then((module) => current && setLocale(module.default));
    return () => {
      current = false;
    };
  }, [language]);

  return (
    <ConfigProvider theme={themeOf(appearance, touch)} locale={locale} button={{ autoInsertSpace: false }}>
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
