import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../record/Card';
import { EditedFact } from '../record/Facts';
import { fieldOf, mayWrite } from '../record/kind';
import { pageOf } from '../record/kinds';
import type { RecordView } from '../record/view';
import { opportunity } from './opportunity';

const FIELD = fieldOf(opportunity, 'contactIds')!;

/** The people who take part in a sale. */
export function Participants({ view, ids, names }: { view: RecordView; ids: readonly string[]; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation(['pipeline', 'record']);
  const [editing, setEditing] = useState(false);
  const writable = !view.readOnly && mayWrite(FIELD, view.now);
  if (ids.length === 0 && !writable) return null;
  const title = t('pipeline:page.contacts');
  const edit = t('record:edit', { field: title });
  return (
    <Card title={title} count={ids.length} action={writable && !editing && (
      <Button size="small" type="text" icon={<EditOutlined aria-hidden />} aria-label={edit} title={edit} onClick={() => setEditing(true)} />
    )}>
      {editing ? <EditedFact kind="opportunity" record={view.now} field={FIELD} label={title} onClose={() => setEditing(false)} /> : (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
          {ids.map((id) => <Link key={id} to={pageOf('contact', id)}>{names.get(id) ?? '…'}</Link>)}
          {ids.length === 0 && <Button size="small" type="link" style={{ padding: 0 }} onClick={() => setEditing(true)}>{t('pipeline:page.noContacts')}</Button>}
        </div>
      )}
    </Card>
  );
}
