import { useTranslation } from 'react-i18next';
import { may, useMe } from '../api/me';
import { startCreating } from '../frame/creating';
import type { Related } from '../record/related';
import { RelatedCard } from '../record/RelatedCard';
import { TaskLine } from '../record/tasks/TaskLine';
import type { RecordView } from '../record/view';

/** What is to be done for a customer, the first thing first. */
export function Tasks({ view, related }: { view: RecordView; related: Related }) {
  const { t } = useTranslation('customers');
  const me = useMe();
  // Whoever sees the customer may note what he is to do for it himself.
  const add = view.asOf === undefined && view.now.archived !== true && may(me, 'task', 'write')
    ? () => startCreating('task', { customerId: view.record.id }) : undefined;
  return (
    <RelatedCard title={t('tasks.title')} related={related} none={t('tasks.none')} addLabel={t('tasks.add')} onAdd={add}
      item={(task) => <TaskLine task={task} />} />
  );
}
