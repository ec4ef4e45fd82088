import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { ReasonDialog } from '../record/ReasonDialog';
import { useAct } from '../record/useAct';
import { useUserName } from '../record/useUserName';
import type { RecordView } from '../record/view';
import { mayApprove, reviewOf } from './nextStep';

/** Says that the customer waits for a second pair of eyes, and lets these decide. */
export function Review({ view }: { view: RecordView }) {
  const { t } = useTranslation('customers');
  const me = useMe();
  const act = useAct('customer');
  const [sendingBack, setSendingBack] = useState(false);
  const userName = useUserName();
  const { now, asOf } = view;
  const review = reviewOf(now);
  const state = now.reviewState;
  if (asOf || now.archived || (state !== 'WAITING' && state !== 'SENT_BACK')) return null;
  const decides = state === 'WAITING' && mayApprove(me, now);
  return (
    <>
      <Alert banner type={state === 'WAITING' ? 'info' : 'warning'} title={t(state === 'WAITING' ? 'review.waiting' : 'review.sentBack')}
        description={state === 'WAITING' ? review.because && t('review.because', { rule: review.because })
          : review.reason && t('review.reason', { name: review.sentBackBy ? userName(review.sentBackBy) : '', reason: review.reason })}
        action={decides ? <Button size="small" onClick={() => setSendingBack(true)}>{t('review.sendBack')}</Button> : undefined} />
      {sendingBack && (
        <ReasonDialog title={t('review.sendBack')} hint={t('review.hint')} action={t('review.sendBack')} required
          onSubmit={(reason) => act(now, { path: 'send-back', reason, done: t('review.done') })} onClose={() => setSendingBack(false)} />
      )}
    </>
  );
}
