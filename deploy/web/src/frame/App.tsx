import { useQuery } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Spin } from 'antd';
import type { Locale } from 'antd/es/locale';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import type { Language } from '../api/formats';
import { sessionEnded } from '../api/connection';
import { meQuery } from '../api/me';
import { useStore } from '../api/store';
import { useAppearance, useTouch } from './appearance';
import { Failure } from './Failure';
import { useLanguage } from './language';
import { makeRouter } from './router';
import { SessionDialog } from './SessionDialog';
import { signIn } from './signIn';
import { themeOf } from './theme';

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
        <SessionDialog />
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

  if (known) return <RouterProvider router={router} />;
  if (me.isError) return <Failure error={me.error} onRetry={() => void me.refetch()} />;
  return <Spin fullscreen description={t('loading')} />;
}
