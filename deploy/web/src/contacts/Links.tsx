import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../api/records';
import { useReason } from '../frame/useReason';
import { Above } from '../record/Above';
import { Card } from '../record/Card';
import { useDraft } from '../record/drafts';
import { fieldOf } from '../record/kind';
import { ReferenceEditor } from '../record/ReferenceEditor';
import { useSave } from '../record/saving';
import type { RecordView } from '../record/view';
import { contact, ROLES } from './contact';
import { linksOf, sentLinks, type CustomerLink } from './links';
import styles from './Person.module.css';

const CUSTOMER = fieldOf(contact, 'customerId')!;

/** The customers that a person belongs to, and as what. */
export function Links({ view }: { view: RecordView }) {
  const { t } = useTranslation(['contacts', 'record']);
  const [editing, setEditing] = useState(false);
  const { record, readOnly } = view;
  const links = linksOf(record);
  const names = useNames('customer', links.map((link) => link.customerId));
  return (
    <Card title={t('contacts:links.title')} count={links.length} action={!readOnly && !editing && (
      <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>{t('contacts:links.edit')}</Button>
    )}>
      {editing && !readOnly ? <LinksForm view={view} links={links} onClose={() => setEditing(false)} />
        : links.length === 0 ? <p className={styles.none}>{t('contacts:links.none')}</p> : (
          <ul className={styles.list}>
            {links.map((link, at) => (
              <li key={at}>
                {names.get(link.customerId) ? <Above kind="customer" id={link.customerId} /> : <span className={styles.muted}>{t('contacts:links.unseen')}</span>}
                {link.role && <Tag>{t(`record:codes.customerRole.${link.role as (typeof ROLES)[number]}`)}</Tag>}
                {link.primary && links.length > 1 && <Tag>{t('contacts:links.primary')}</Tag>}
                <span className={styles.muted}>
                  {[link.position, link.from && t('contacts:links.from', { day: link.from }), link.to && t('contacts:links.to', { day: link.to })].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
    </Card>
  );
}

function LinksForm({ view, links, onClose }: { view: RecordView; links: readonly CustomerLink[]; onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'record']);
  const save = useSave('contact');
  const reasonOf = useReason();
  const { draft, change, clear } = useDraft<{ links: Partial<CustomerLink>[] }>(`links.${view.record.id}`, { links: links.length ? [...links] : [{}] });
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const set = (at: number, changes: Partial<CustomerLink>) =>
    change({ links: draft.links.map((link, other) => (other === at ? { ...link, ...changes } : link)) });
  const submit = async () => {
    setSending(true);
    try {
      const sent = sentLinks(draft.links);
      if (await save(view.now, { links: sent.length > 0 ? sent : null }, { quiet: true })) {
        clear();
        onClose();
      }
    } catch (failed) {
      setProblem(reasonOf(failed));
    } finally {
      setSending(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => {
      event.preventDefault();
      void submit();
    }}>
      {problem && <Alert type="error" showIcon role="alert" title={problem} />}
      {draft.links.map((link, at) => (
        <div key={at} className={styles.row} role="group" aria-label={t('contacts:links.row', { number: at + 1 })}>
          <div className={styles.customer}>
            <ReferenceEditor field={CUSTOMER} kind="customer" several={false} label={t('contacts:links.customer')} value={link.customerId ?? null}
              onChange={(value) => set(at, { customerId: typeof value === 'string' ? value : undefined })} />
          </div>
          <Select className={styles.role} aria-label={t('contacts:links.role')} placeholder={t('contacts:links.role')} allowClear value={link.role}
            onChange={(role?: string) => set(at, { role })} options={ROLES.map((role) => ({ value: role, label: t(`record:codes.customerRole.${role}`) }))} />
          <Input className={styles.position} aria-label={t('contacts:links.position')} placeholder={t('contacts:links.position')} value={link.position ?? ''}
            onChange={(event) => set(at, { position: event.target.value })} />
          <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('contacts:links.remove', { number: at + 1 })}
            onClick={() => change({ links: draft.links.filter((_, other) => other !== at) })} />
        </div>
      ))}
      <div className={styles.row}>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => change({ links: [...draft.links, {}] })}>{t('contacts:links.add')}</Button>
        <span className={styles.buttons}>
          <Button onClick={() => {
            clear();
            onClose();
          }}>{t('record:cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={sending}>{t('record:save')}</Button>
        </span>
      </div>
    </form>
  );
}
