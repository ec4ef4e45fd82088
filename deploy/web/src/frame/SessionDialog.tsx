import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionEnded } from '../api/connection';
import { meQuery } from '../api/me';
import { useStore } from '../api/store';
import { signIn, signInBeside } from './signIn';

/**
 * Says that the session has ended, over whatever is being typed. Signing in happens in a window of its own, so that
 * nothing is lost; what waited is sent afterwards.
 */
export default function SessionDialog() {
  const { t } = useTranslation();
  const ended = useStore(sessionEnded);
  const client = useQueryClient();
  const me = useQuery({ ...meQuery, enabled: false }).data;
  const user = useRef<string>(undefined);
  const [blocked, setBlocked] = useState(false);

  useEffect(() => {
    if (!ended && user.current !== undefined) void client.refetchQueries({ queryKey: meQuery.queryKey });
  }, [ended, client]);

  useEffect(() => {
    // Another person signed in: nothing of the one before may stay on the screen.
    if (me && user.current !== undefined && user.current !== me.user) location.assign('/');
    user.current = me?.user;
  }, [me]);

  return (
    <Modal
      open={ended && me !== undefined}
      title={t('session.ended')}
      closable={false}
      mask={{ closable: false }}
      footer={[
        ...(blocked ? [<Button key="here" onClick={signIn}>{t('session.here')}</Button>] : []),
        <Button key="in" type="primary" autoFocus onClick={() => setBlocked(!signInBeside())}>
          {t('session.signIn')}
        </Button>,
      ]}
    >
      <p>{t('session.kept')}</p>
      {blocked && <p>{t('session.blocked')}</p>}
    </Modal>
  );
}
