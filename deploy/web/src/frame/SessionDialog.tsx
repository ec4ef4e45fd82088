import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resumeSession, sessionEnded } from '../api/connection';
import { useMe } from '../api/me';
import { useStore } from '../api/store';
import { onSignedIn, signIn, signInBeside } from './signIn';

/**
 * Says that the session has ended, over whatever is being typed. Signing in happens in a window of its own, so that
 * nothing is lost; what waited is sent afterwards, unless another person has signed in.
 */
export default function SessionDialog() {
  const { t } = useTranslation();
  const ended = useStore(sessionEnded);
  const { user } = useMe();
  const [blocked, setBlocked] = useState(false);

  useEffect(() => onSignedIn(() => {
    void whoIsSignedIn().then((now) => {
      if (now === user) resumeSession();
      else if (now !== null) location.assign('/');
    });
  }), [user]);

  return (
    <Modal
      open={ended}
      zIndex={2000}
      title={t('session.ended')}
      closable={false}
      keyboard={false}
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

/** Asked past the client, whose requests wait for the answer. */
async function whoIsSignedIn(): Promise<string | null> {
  const answer = await fetch('/api/me', { headers: { Accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as { user: string }).user : null;
}
