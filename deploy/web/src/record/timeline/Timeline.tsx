import { LoadingOutlined, RightOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Empty, Input, Select, Skeleton, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { post } from '../../api/client';
import { ago, moment, type Language } from '../../api/formats';
import { may, useMe } from '../../api/me';
import { COLLECTIONS, useNames } from '../../api/records';
import type { AnyRecord } from '../../api/types';
import { Failure } from '../../frame/Failure';
import { useLanguage } from '../../frame/language';
import { interaction } from '../../interactions/interaction';
import { useReason } from '../../frame/useReason';
import { fieldOf } from '../kind';
import { pageOf } from '../kinds';
import { allOf, quoted, useRelated } from '../related';
import { readAgain } from '../saving';
import { useChoices } from '../useFields';
import { useUserName } from '../useUserName';
import { bodyOf, probableContact, type Entry } from './entry';
import { ICONS, INTERACTION_KINDS, type InteractionKind } from './kinds';
import { QuickEntry } from './QuickEntry';
import styles from './Timeline.module.css';

export interface TimelineProperties {
  /** Where the interactions are asked for. */
  path: string;
  /** Which of them. */
  filter?: string;
  /** What new ones belong to. */
  customerId?: string;
  contactId?: string;
  contacts: ReadonlyArray<{ id: string; name: string }>;
  asOf?: string;
  readOnly: boolean;
  /** No more than so many, and nothing to look for others with. */
  only?: number;
  belongs?: (record: AnyRecord) => boolean;
}

/** Everything that happened, newest first, with the entry of what just did on top. */
export function Timeline({ path, filter, customerId, contactId, contacts, asOf, readOnly, only, belongs }: TimelineProperties) {
  const { t } = useTranslation('record');
  const language = useLanguage();
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const why = useReason();
  const [kinds, setKinds] = useState<InteractionKind[]>([]);
  const [period, setPeriod] = useState<[Dayjs | null, Dayjs | null] | null>(null);
  const [typed, setTyped] = useState('');
  const [person, setPerson] = useState<string>();
  const q = useDeferredValue(typed.trim());
  const [saving, setSaving] = useState<AnyRecord | null>(null);
  const related = useRelated({
    kind: 'interaction', path, asOf, belongs, q, sort: '-time', size: only ?? 20, live: true,
    filter: allOf(filter, person && `contactIds eq ${quoted(person)}`, kinds.length > 0 && `kind in (${kinds.map(quoted).join(', ')})`,
      period?.[0] && `time ge '${period[0].startOf('day').toISOString()}'`,
      period?.[1] && `time le '${period[1].endOf('day').toISOString()}'`),
  });
  const names = useNames('contact', related.items.flatMap((item) => (typeof item.contactId === 'string' ? [item.contactId] : [])));
  const filtered = kinds.length > 0 || period !== null || q !== '' || person !== undefined;
  const guess = contactId ?? probableContact(related.items, contacts as unknown as AnyRecord[]);

  const save = async (entry: Entry, idempotencyKey: string): Promise<string | null> => {
    const body = bodyOf({ ...entry, contactId: entry.contactId || undefined }, customerId, new Date());
    setSaving({ id: 'saving', version: 0, createdBy: me.user, ...body });
    try {
      await post(COLLECTIONS.interaction, body, { idempotencyKey });
      readAgain(client, 'interaction');
      await client.refetchQueries({ queryKey: ['list', 'interaction', path], type: 'active' });
      message.success(t('entry.saved'));
      return null;
    } catch (failed) {
      return t('notSaved', { reason: why(failed) });
    } finally {
      setSaving(null);
    }
  };

  const items = saving ? [saving, ...related.items] : related.items;
  return (
    <div className={styles.timeline}>
      {!readOnly && !asOf && may(me, 'interaction', 'write') && (
        <QuickEntry draftKey={customerId ?? contactId ?? ''} contacts={contacts} guess={guess} onSave={save} />
      )}
      {only === undefined && (
        <div className={styles.filters}>
          <Select className={styles.kinds} mode="multiple" allowClear maxTagCount="responsive" aria-label={t('timeline.kinds')} placeholder={t('timeline.all')}
            value={[...kinds]} options={INTERACTION_KINDS.map((kind) => ({ value: kind, label: t(`codes.interactionKind.${kind}`) }))} onChange={setKinds} />
          {contacts.length > 1 && <Select className={styles.kinds} allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('timeline.person')} placeholder={t('timeline.person')}
            value={person} options={contacts.map((contact) => ({ value: contact.id, label: contact.name }))} onChange={setPerson} />}
          <DatePicker.RangePicker className={styles.period} allowEmpty={[true, true]} value={period}
            aria-label={t('timeline.period')} placeholder={[t('timeline.from'), t('timeline.to')]}
            onChange={(chosen) => setPeriod(chosen && (chosen[0] || chosen[1]) ? [chosen[0], chosen[1]] : null)} />
          <Input.Search className={styles.search} allowClear aria-label={t('timeline.search')} placeholder={t('timeline.search')} value={typed}
            onChange={(event) => setTyped(event.target.value)} />
        </div>
      )}
      {related.error ? <Failure error={related.error} onRetry={related.retry} />
        : related.pending ? <Skeleton active avatar paragraph={{ rows: 4 }} />
          : items.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(filtered ? 'timeline.noneSuch' : readOnly ? 'timeline.none' : 'timeline.first')}>
              {filtered && <Button onClick={() => {
                setKinds([]);
                setPeriod(null);
                setTyped('');
                setPerson(undefined);
              }}>{t('timeline.reset')}</Button>}
            </Empty>
            : <Months items={items} language={language} names={names} />}
      {only === undefined && related.more && <Button loading={related.loadingMore} onClick={related.more}>{t('page.more')}</Button>}
    </div>
  );
}

function Months({ items, language, names }: { items: readonly AnyRecord[]; language: Language; names: ReadonlyMap<string, string> }) {
  const format = useMemo(() => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long' }), [language]);
  const months: Array<{ month: string; items: AnyRecord[] }> = [];
  for (const item of items) {
    const time = Date.parse(String(item.time));
    const month = Number.isNaN(time) ? '' : format.format(time);
    if (months.at(-1)?.month === month) months.at(-1)!.items.push(item);
    else months.push({ month, items: [item] });
  }
  return (
    <>
      {months.map(({ month, items: ofMonth }, at) => (
        <section key={`${month} ${at}`}>
          <h3 className={styles.month}>{month}</h3>
          <ol className={styles.items}>{ofMonth.map((item) => <Happened key={item.id} item={item} language={language} names={names} />)}</ol>
        </section>
      ))}
    </>
  );
}

function Happened({ item, language, names }: { item: AnyRecord; language: Language; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('record');
  const userName = useUserName();
  const kind = INTERACTION_KINDS.find((known) => known === item.kind) ?? 'OTHER';
  const Icon = ICONS[kind];
  const text = typeof item.text === 'string' ? item.text : '';
  const subject = typeof item.subject === 'string' ? item.subject : '';
  const time = String(item.time);
  const saving = item.id === 'saving';
  const hidden = item.access?.hidden?.includes('text');
  return (
    <li className={styles.item} aria-busy={saving || undefined}>
      <span className={styles.icon}>{saving ? <LoadingOutlined aria-label={t('entry.saving')} /> : <Icon aria-hidden />}</span>
      <div className={styles.body}>
        <div className={styles.head}>
          <strong>{t(`codes.interactionKind.${kind}`)}</strong>
          {subject && <span className={styles.subject}><bdi>{subject}</bdi></span>}
          <span className={styles.end}><time dateTime={time} title={moment(time, language)}>{ago(time, language)}</time>
          {!saving && <Link className={styles.edit} to={pageOf('interaction', item.id)} aria-label={t('timeline.open', { subject: subject || t(`codes.interactionKind.${kind}`) })}><RightOutlined aria-hidden /></Link>}</span>
        </div>
        {text && text !== subject && <Text text={text} />}
        <Came item={item} />
        {hidden && <p className={styles.muted}>{t('timeline.hidden')}</p>}
        <div className={styles.muted}>
          {typeof item.contactId === 'string' && names.get(item.contactId) && <Link to={pageOf('contact', item.contactId)}>{names.get(item.contactId)}</Link>}
          {typeof item.createdBy === 'string' && <span>{t('timeline.by', { name: userName(item.createdBy) })}</span>}
        </div>
      </div>
    </li>
  );
}

const OUTCOME = fieldOf(interaction, 'outcome')!;

/** What came of it, how long it took, who else was there and what was attached. */
function Came({ item }: { item: AnyRecord }) {
  const { t } = useTranslation('record');
  const outcomes = useChoices()(OUTCOME);
  const attached = Array.isArray(item.attachments) ? item.attachments.join(', ') : '';
  const people = Array.isArray(item.participants) ? item.participants.length : 0;
  const parts = [
    typeof item.outcome === 'string' && <Tag key="outcome">{outcomes?.find((outcome) => outcome.code === item.outcome)?.label ?? item.outcome}</Tag>,
    typeof item.durationSeconds === 'number' && item.durationSeconds > 0 && <span key="length">{t('timeline.minutes', { minutes: Math.max(1, Math.round(item.durationSeconds / 60)) })}</span>,
    people > 1 && <span key="people">{t('timeline.people', { people })}</span>,
    attached && <span key="attached"><bdi>{t('timeline.attachments', { names: attached })}</bdi></span>,
  ].filter(Boolean);
  return parts.length > 0 && <div className={styles.muted}>{parts}</div>;
}

const LONG = 240;

/** A long text is folded until somebody wants to read it. */
function Text({ text }: { text: string }) {
  const { t } = useTranslation('record');
  const [open, setOpen] = useState(false);
  const long = text.length > LONG || text.split('\n').length > 5;
  return (
    <>
      <p className={long && !open ? `${styles.text} ${styles.folded}` : styles.text}><bdi>{text}</bdi></p>
      {long && <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'timeline.fold' : 'timeline.unfold')}</button>}
    </>
  );
}
