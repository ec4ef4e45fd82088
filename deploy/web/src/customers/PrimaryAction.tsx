import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../api/me';
import { startCreating } from '../frame/creating';
import { useSave } from '../record/saving';
import { useAct } from '../record/useAct';
import type { RecordView } from '../record/view';
import { mayApprove, primaryAction } from './nextStep';

/** The one thing that is done next in the customer's state, one click away. */
export function PrimaryAction({ view, openOpportunities }: { view: RecordView; openOpportunities: number }) {
  const { t } = useTranslation('customers');
  const { message } = App.useApp();
  const me = useMe();
  const act = useAct('customer');
  const save = useSave('customer');
  const { now } = view;
  const action = primaryAction(now, openOpportunities, mayApprove(me, now));
  const writable = now.access?.write !== false && may(me, 'customer', 'write');
  const offered = action === 'approve' || (action === 'log' ? may(me, 'interaction', 'write')
    : action === 'opportunity' ? may(me, 'opportunity', 'write') : action === 'order' ? may(me, 'order', 'write') : writable);
  if (!offered) return null;
  const run = () => {
    switch (action) {
      case 'restore':
      case 'approve':
      case 'resubmit':
        return void act(now, { path: action, done: t(`done.${action}`) });
      case 'reopen':
        return void save(now, { salesStatus: 'FOLLOWING_UP' }).then((saved) => saved && message.success(t('done.reopen')));
      case 'log':
        return startCreating('interaction', { customerId: now.id });
      default:
        return startCreating(action, { customerId: now.id });
    }
  };
  return <Button type="primary" onClick={run}>{t(`primary.${action}`)}</Button>;
}
