import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../api/formats';
import type { AnyRecord } from '../api/types';
import { FieldValue } from '../record/FieldValue';
import type { Field, KindDescription } from '../record/kind';
import type { Choice } from '../record/useFields';
import type { Names } from './names';
import styles from './Cards.module.css';

export interface CardsProperties {
  description: KindDescription;
  fields: readonly Field[];
  records: readonly AnyRecord[];
  total: number;
  language: Language;
  nameOf: (field: Field) => string;
  choicesOf: (field: Field) => readonly Choice[] | undefined;
  names: Names;
  outdated: boolean;
  onOpen: (id: string) => void;
  onNear: () => void;
}

const CARD_PX = 104;
const NEAR_CARDS = 8;
const MOST_SKELETONS = 10;

/** On a phone: a card for each record, with its name and the three facts that matter. */
export function Cards({ description, fields, records, total, language, nameOf, choicesOf, names, outdated, onOpen, onNear }: CardsProperties) {
  const { t } = useTranslation('list');
  const scroll = useRef<HTMLDivElement>(null);
  const cards = useVirtualizer({
    count: Math.min(total, records.length + MOST_SKELETONS), getScrollElement: () => scroll.current, estimateSize: () => CARD_PX, overscan: 6,
  });
  const items = cards.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= records.length - NEAR_CARDS && records.length < total) onNear();
  }, [last, records.length, total, onNear]);
  const facts = description.card.map((name) => fields.find((field) => field.name === name))
    .filter((field): field is Field => field !== undefined);
  const [status, ...others] = facts;
  return (
    <div ref={scroll} className={styles.scroll}>
      <ul className={outdated ? `${styles.cards} ${styles.outdated}` : styles.cards} style={{ height: cards.getTotalSize() }}>
        {items.map((item) => {
          const record = records[item.index];
          const value = (field: Field) => (
            <FieldValue field={field} record={record!} choices={choicesOf(field)} language={language} names={field.refersTo && names[field.refersTo]} />
          );
          return (
            <li key={item.key} className={styles.place} style={{ transform: `translateY(${item.start}px)`, height: CARD_PX }}>
              {record
                ? <button type="button" className={styles.card} onClick={() => onOpen(record.id)}>
                    <span className={styles.head}>
                      <strong className={styles.name}><bdi>{String(record[description.title] ?? t('rows.unnamed'))}</bdi></strong>
                      {status && <span className={styles.status}>{value(status)}</span>}
                    </span>
                    {others.map((field) => (
                      <span key={field.name} className={styles.fact}><span className={styles.label}>{nameOf(field)}</span><span className={styles.value}>{value(field)}</span></span>
                    ))}
                  </button>
                : <div className={styles.card} aria-hidden />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
