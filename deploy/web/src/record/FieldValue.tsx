import { ClockCircleOutlined, CrownFilled, CheckCircleOutlined, EyeInvisibleOutlined, WarningOutlined } from '@ant-design/icons';
import { memo, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { ago, day, moment, money, number, type Language } from '../api/formats';
import type { AnyRecord, Money } from '../api/types';
import { valueOf, type Field } from './kind';
import type { Choice } from './useFields';
import styles from './FieldValue.module.css';

type Meaning = 'danger' | 'risk' | 'vip' | 'won' | 'waiting';

/** What a code means to the reader: always shown with its word, so that colour says nothing alone. */
const MEANINGS: Record<string, Record<string, Meaning>> = {
  salesStatus: { PENDING_CONFIRMATION: 'waiting', CLOSED_WON: 'won', LOST: 'danger' },
  level: { VIP: 'vip' },
  type: { VIP: 'vip' },
  activity: { DORMANT: 'risk' },
  lifecycleStage: { CHURNED: 'danger' },
  status: { WON: 'won', LOST: 'danger', CANCELLED: 'danger' },
  reviewState: { WAITING: 'waiting', SENT_BACK: 'risk' },
};

const ICONS: Record<Meaning, ComponentType> = {
  danger: WarningOutlined, risk: WarningOutlined, vip: CrownFilled, won: CheckCircleOutlined, waiting: ClockCircleOutlined,
};

export interface FieldValueProperties {
  field: Field;
  record: AnyRecord;
  choices: readonly Choice[] | undefined;
  language: Language;
  /** Names of records that this one refers to, by id. */
  names?: ReadonlyMap<string, string>;
}

/** A field's value as people read it; renders fast, because lists show hundreds. */
export const FieldValue = memo(function FieldValue({ field, record, choices, language, names }: FieldValueProperties) {
  const { t } = useTranslation('record');
  if (record.access?.hidden?.includes(root(field.name))) {
    return <span className={styles.muted} title={t('hidden')}><EyeInvisibleOutlined aria-label={t('hidden')} /></span>;
  }
  const value = valueOf(record, field.name);
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className={styles.muted} aria-label={t('none')}>–</span>;
  }
  return shown(field, value, { choices, language, names, yes: t('yes'), no: t('no') });
});

interface Words {
  choices: readonly Choice[] | undefined;
  language: Language;
  names?: ReadonlyMap<string, string>;
  yes: string;
  no: string;
}

function shown(field: Field, value: unknown, words: Words) {
  const { language } = words;
  switch (field.type) {
    case 'choice':
    case 'user':
    case 'team':
      return <Code field={field} code={String(value)} text={named(words.choices, String(value))} />;
    case 'texts': {
      const texts = (Array.isArray(value) ? value : [value]).map((text) => named(words.choices, String(text)));
      return <span className={styles.tags} title={texts.join('、')}>{texts.map((text) => <span key={text} className={styles.tag}>{text}</span>)}</span>;
    }
    case 'money':
      return <>{money(value as Money, language)}</>;
    case 'number':
      return <>{number(value as string | number, language)}</>;
    case 'date':
      return <>{day(String(value), language)}</>;
    case 'instant':
      return <time dateTime={String(value)} title={moment(String(value), language)}>{ago(String(value), language)}</time>;
    case 'boolean':
      return value && field.name === 'stalled'
        ? <span className={styles.risk}><WarningOutlined aria-hidden /> {words.yes}</span> : <>{value ? words.yes : words.no}</>;
    case 'reference':
      return <>{words.names?.get(String(value)) ?? '…'}</>;
    case 'references':
      return <>{(value as string[]).map((id) => words.names?.get(id) ?? '…').join('、')}</>;
    case 'website':
      return <Website address={String(value)} />;
    case 'email':
      return <bdi>{String(value)}</bdi>;
    default:
      return <bdi>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</bdi>;
  }
}

function Code({ field, code, text }: { field: Field; code: string; text: string }) {
  const meaning = MEANINGS[field.name]?.[code];
  if (!meaning) return <bdi>{text}</bdi>;
  const Icon = ICONS[meaning];
  return <span className={`${styles.mark} ${styles[meaning]}`}><span aria-hidden><Icon /></span>{text}</span>;
}

/** Only addresses of the web become links: what users type may be a script. */
function Website({ address }: { address: string }) {
  const target = /^https?:\/\//i.test(address) ? address : /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(address) ? `https://${address}` : null;
  return target ? <a href={target} target="_blank" rel="noopener noreferrer nofollow">{address.replace(/^https?:\/\/|\/$/gi, '')}</a> : <bdi>{address}</bdi>;
}

export function named(choices: readonly Choice[] | undefined, code: string): string {
  return choices?.find((choice) => choice.code === code)?.label ?? code;
}

function root(name: string): string {
  return name.split('.')[0]!;
}
