import { ContactsOutlined, FundProjectionScreenOutlined, MessageOutlined, ShoppingOutlined, TeamOutlined } from '@ant-design/icons';
import { useMemo, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { ago, day, label, money } from '../api/formats';
import { useNames } from '../api/records';
import { usePipelines } from '../api/settings';
import type { AnyRecord, Money, RecordKind } from '../api/types';
import { useLanguage } from '../frame/language';
import { KINDS } from '../record/kinds';
import type { Opened } from './recent';
import styles from './SearchDialog.module.css';

const ICONS: Record<RecordKind, ComponentType> = {
  customer: TeamOutlined, contact: ContactsOutlined, opportunity: FundProjectionScreenOutlined, order: ShoppingOutlined,
  interaction: MessageOutlined,
};

/** One line of what was found. */
export function Result({ id, line, q, marked, onOpen, onPoint }: {
  id: string; line: { id: string; kind: RecordKind; title: string; detail: string }; q: string; marked: boolean;
  onOpen: () => void; onPoint: () => void;
}) {
  const Icon = ICONS[line.kind];
  return (
    <div id={id} data-line={line.id} role="option" aria-selected={marked} className={marked ? `${styles.line} ${styles.marked}` : styles.line}
      onClick={onOpen} onMouseMove={onPoint}>
      <span aria-hidden className={styles.icon}><Icon /></span>
      <span className={styles.title}><Found text={line.title} q={q} /></span>
      {line.detail && <span className={styles.detail}>{line.detail}</span>}
    </div>
  );
}

/** Shows where the text is that was typed; what was found by pinyin has no such place. */
function Found({ text, q }: { text: string; q: string }) {
  const from = q === '' ? -1 : text.toLowerCase().indexOf(q.toLowerCase());
  if (from < 0) return <bdi>{text}</bdi>;
  return <bdi>{text.slice(0, from)}<mark>{text.slice(from, from + q.length)}</mark>{text.slice(from + q.length)}</bdi>;
}

/** What a line says of a record: its name, and what tells it from others of that name. */
export function useTold(records: readonly AnyRecord[]): (kind: RecordKind, record: AnyRecord) => { title: string; detail: string } {
  const { t } = useTranslation(['search', 'record']);
  const language = useLanguage();
  const pipelines = usePipelines();
  const customers = useNames('customer', records.map((record) => record.customerId).filter((id) => typeof id === 'string'));
  return useMemo(() => (kind, record) => {
    const text = (field: string) => (typeof record[field] === 'string' ? record[field] as string : undefined);
    const customer = text('customerId') && customers.get(text('customerId')!);
    const amount = record.amount ? money(record.amount as Money, language) : undefined;
    const stage = () => label(pipelines?.find(({ key }) => key === record.pipeline)?.stages
      .find(({ key }) => key === record.stage)?.label, language, text('stage') ?? '');
    const details: Record<RecordKind, ReadonlyArray<string | undefined>> = {
      customer: [text('number'), text('region'), text('industry')],
      contact: [text('position'), customer],
      opportunity: [customer, record.status === 'OPEN' ? stage()
        : record.status === 'WON' || record.status === 'LOST' ? t(`record:codes.opportunityStatus.${record.status}`) : undefined, amount],
      order: [customer, text('orderedAt') && day(text('orderedAt')!, language), amount],
      interaction: [text('time') && ago(text('time')!, language), customer],
    };
    return {
      title: text(KINDS[kind].title) ?? text('text') ?? t('search:unnamed'),
      detail: details[kind].filter(Boolean).join(' · '),
    };
  }, [customers, pipelines, language, t]);
}

/** What was opened before and may still be seen, with its present name. */
export function useRecent(opened: readonly Opened[]): ReadonlyArray<Opened & { name: string }> {
  const ids = (kind: RecordKind) => opened.filter((one) => one.kind === kind).map(({ id }) => id);
  const names: Record<RecordKind, ReadonlyMap<string, string>> = {
    customer: useNames('customer', ids('customer')), contact: useNames('contact', ids('contact')),
    opportunity: useNames('opportunity', ids('opportunity')), order: useNames('order', ids('order')),
    interaction: useNames('interaction', ids('interaction')),
  };
  return opened.flatMap((one) => {
    const name = names[one.kind].get(one.id);
    return name ? [{ ...one, name }] : [];
  });
}
