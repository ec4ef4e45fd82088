import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../api/connection';
import { useStore } from '../api/store';

const RETRY_MS = 5_000;

/** Says that nothing answers, tries again by itself, and keeps everything typed. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const state = useStore(connection);

  useEffect(() => {
    if (state === 'ok') return undefined;
    const retry = () => void client.refetchQueries({ type: 'active' });
    const timer = setInterval(retry, RETRY_MS);
    addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      removeEventListener('online', retry);
    };
  }, [state, client]);

  if (state === 'ok') return null;
  return (
    <Alert
      banner
      type="warning"
      title={t(state === 'offline' ? 'connection.offline' : 'connection.unavailable')}
      action={(
        <Button size="small" onClick={() => void client.refetchQueries({ type: 'active' })}>{t('connection.retry')}</Button>
      )}
    />
  );
}
