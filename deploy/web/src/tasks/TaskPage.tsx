import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../api/formats';
import { MenuButton } from '../frame/MenuButton';
import { useLanguage } from '../frame/language';
import { Above } from '../record/Above';
import { Card } from '../record/Card';
import { Changes } from '../record/Changes';
import { Columns } from '../record/Columns';
import { pageOf } from '../record/kinds';
import { ReasonDialog } from '../record/ReasonDialog';
import { Chips, RecordFacts } from '../record/RecordFacts';
import { RecordFrame } from '../record/RecordFrame';
import { RecordRoom } from '../record/RecordRoom';
import { laterDays } from '../record/tasks/due';
import { Due } from '../record/tasks/TaskLine';
import { useAct } from '../record/useAct';
import type { RecordView } from '../record/view';

const GROUPS = ['basics', 'content', 'custom', 'record'] as const;

export default function TaskPage() {
  return <RecordRoom kind="task">{(view) => <Task view={view} />}</RecordRoom>;
}

/** What is to be done, and what has become of it. */
function Task({ view }: { view: RecordView }) {
  const { t } = useTranslation(['tasks', 'record']);
  const { record, readOnly } = view;
  const title = String(record.title ?? t('record:tasks.untitled'));
  return (
    <RecordFrame view={view} title={title}
      above={<>
        <Link to="/tasks">{t('record:kinds.task')}</Link><Above kind="customer" id={record.customerId} /><Above kind="contact" id={record.contactId} />
        <Above kind="opportunity" id={record.opportunityId} />
      </>}
      subtitle={<>
        <Due task={record} />
        {typeof record.next === 'string' && <Link to={pageOf('task', record.next)}>{t('tasks:next')}</Link>}
      </>}
      chips={<Chips view={view} fields={['status', 'priority', 'kind', 'repeat']} />} actions={!readOnly && <Steps view={view} title={title} />}>
      <Columns facts={<Card title={t('tasks:changes')}><Changes kind="task" id={record.id} /></Card>}>
        <RecordFacts view={view} groups={GROUPS} />
      </Columns>
    </RecordFrame>
  );
}

/** What may happen to it now. */
function Steps({ view, title }: { view: RecordView; title: string }) {
  const { t } = useTranslation(['tasks', 'record']);
  const language = useLanguage();
  const act = useAct('task');
  const [cancelling, setCancelling] = useState(false);
  const { now } = view;
  if (now.status !== 'OPEN') {
    return <Button onClick={() => void act(now, { path: 'reopen', done: t('tasks:reopened') })}>{t('tasks:reopen')}</Button>;
  }
  const days = laterDays(now, new Date());
  const later = (['tomorrow', 'threeDays', 'week'] as const).map((key) => ({ key, label: t(`tasks:later.${key}`, { day: day(days[key], language) }) }));
  return (
    <>
      <Button type="primary" icon={<CheckOutlined aria-hidden />} onClick={() => void act(now, { path: 'complete', done: t('record:tasks.done', { title }) })}>
        {t('record:tasks.complete')}
      </Button>
      <MenuButton menu={{ items: later, onClick: ({ key }) => {
        const due = days[key as keyof typeof days];
        void act(now, { path: 'postpone', body: { due }, done: t('tasks:postponed', { day: day(due, language) }) });
      } }}>{t('tasks:postpone')}</MenuButton>
      <Button danger onClick={() => setCancelling(true)}>{t('tasks:cancel')}</Button>
      {cancelling && (
        <ReasonDialog title={t('tasks:cancelTitle', { title })} hint={t('tasks:cancelHint')} action={t('tasks:cancel')} danger
          usual={[t('tasks:reasons.settled'), t('tasks:reasons.noInterest'), t('tasks:reasons.mistake')]}
          onSubmit={(reason) => act(now, { path: 'cancel', reason, done: t('tasks:cancelled') })} onClose={() => setCancelling(false)} />
      )}
    </>
  );
}
