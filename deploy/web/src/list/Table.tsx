import { ArrowDownOutlined, ArrowUpOutlined, EditOutlined } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../api/formats';
import type { AnyRecord } from '../api/types';
import { FieldValue } from '../record/FieldValue';
import { mayWrite, type Field, type KindDescription } from '../record/kind';
import type { Choice } from '../record/useFields';
import type { Names } from './names';
import styles from './Table.module.css';

export interface TableProperties {
  description: KindDescription;
  columns: readonly Field[];
  widths: Readonly<Record<string, number>>;
  records: readonly AnyRecord[];
  /** Records in the whole list; those that are not there yet are skeletons. */
  total: number;
  ticked: ReadonlySet<string> | 'all';
  open: string | null;
  sort: readonly string[];
  language: Language;
  nameOf: (field: Field) => string;
  choicesOf: (field: Field) => readonly Choice[] | undefined;
  names: Names;
  /** What is shown belongs to the question before. */
  outdated: boolean;
  touch: boolean;
  ticking: boolean;
  onSort: (field: string, add: boolean) => void;
  onResize: (field: string, width: number) => void;
  onMove: (field: string, before: string) => void;
  onTick: (id: string, range: boolean) => void;
  onTickAll: () => void;
  onOpen: (id: string) => void;
  onEdit: (record: AnyRecord, field: Field, at: HTMLElement) => void;
  onNear: () => void;
}

const TICK_PX = 40;
const NARROWEST_PX = 60;
const STEP_PX = 20;
const NEAR_ROWS = 15;
const MOST_SKELETONS = 30;

/** Rows of a list: only those in sight exist, so that any length scrolls. */
export function Table(properties: TableProperties) {
  const { columns, widths, records, total, ticked, open, sort, nameOf, onNear, outdated, touch, ticking } = properties;
  const { t } = useTranslation('list');
  const scroll = useRef<HTMLDivElement>(null);
  const height = touch ? 48 : 36;
  const shown = Math.min(total, records.length + MOST_SKELETONS);
  const rows = useVirtualizer({
    count: shown, getScrollElement: () => scroll.current, estimateSize: () => height, overscan: 12,
    initialRect: { width: 1200, height: 900 },
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= records.length - NEAR_ROWS && records.length < total) onNear();
  }, [last, records.length, total, onNear]);
  const openAt = open === null ? -1 : records.findIndex(({ id }) => id === open);
  useEffect(() => {
    if (openAt >= 0) rows.scrollToIndex(openAt, { align: 'auto' });
  }, [openAt, rows]);

  const width = (field: Field) => widths[field.name] ?? field.width ?? 140;
  const template = `${ticking ? `${TICK_PX}px ` : ''}${columns.map((field) => `${width(field)}px`).join(' ')} minmax(0, 1fr)`;
  const breadth = (ticking ? TICK_PX : 0) + columns.reduce((sum, field) => sum + width(field), 0);
  const current = Math.max(0, openAt);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if ((event.target as HTMLElement).closest('input:not([type="checkbox"]), textarea, [role="dialog"]')) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (!row) return;
    const at = Number(row.dataset.index);
    const go = (to: number) => {
      const target = records[to];
      if (!target) return;
      event.preventDefault();
      rows.scrollToIndex(to, { align: 'auto' });
      requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus());
      if (open !== null) properties.onOpen(target.id);
    };
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(records.length - 1);
    else if (event.key === 'Enter' && event.target === row && records[at]) properties.onOpen(records[at].id);
    else if (event.key === ' ' && event.target === row && records[at] && ticking) {
      event.preventDefault();
      properties.onTick(records[at].id, event.shiftKey);
    }
  };

  return (
    <div ref={scroll} className={styles.scroll} role="grid" aria-rowcount={total + 1} aria-busy={outdated}
      aria-label={t('total', { total })} aria-multiselectable={ticking || undefined} onKeyDown={onKeyDown}>
      <div role="rowgroup" className={styles.head} style={{ minWidth: breadth }}>
        <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template, height }}>
          {ticking && (
            <div role="columnheader" className={styles.tick}>
              <input type="checkbox" aria-label={t('rows.tickAll')} onChange={properties.onTickAll}
                checked={ticked === 'all' || (records.length > 0 && records.every(({ id }) => ticked.has(id)))}
                ref={(box) => {
                  if (box) box.indeterminate = ticked !== 'all' && ticked.size > 0 && !records.every(({ id }) => ticked.has(id));
                }} />
            </div>
          )}
          {columns.map((field, at) => (
            <Head key={field.name} field={field} name={nameOf(field)} sort={sort} width={width(field)} fixed={at === 0} ticking={ticking}
              onSort={properties.onSort} onResize={properties.onResize} onMove={properties.onMove} />
          ))}
          <div role="columnheader" aria-hidden />
        </div>
      </div>
      <div role="rowgroup" style={{ height: rows.getTotalSize(), minWidth: breadth, position: 'relative' }}
        className={outdated ? styles.outdated : undefined}>
        {items.map((item) => {
          const record = records[item.index];
          return record
            ? <Row key={record.id} record={record} index={item.index} top={item.start} height={height} template={template}
                ticked={ticked === 'all' || ticked.has(record.id)} open={record.id === open} focusable={item.index === current}
                description={properties.description} columns={columns} language={properties.language} names={properties.names}
                choicesOf={properties.choicesOf} nameOf={nameOf} ticking={ticking} onTick={properties.onTick} onOpen={properties.onOpen}
                onEdit={properties.onEdit} />
            : <div key={item.key} role="row" aria-rowindex={item.index + 2} className={styles.row}
                style={{ gridTemplateColumns: template, height, transform: `translateY(${item.start}px)`, position: 'absolute', insetInline: 0 }}>
                {columns.map((field) => <div key={field.name} role="gridcell" className={styles.cell}><span className={styles.skeleton} /></div>)}
              </div>;
        })}
      </div>
    </div>
  );
}

type RowProperties = Pick<TableProperties, 'description' | 'columns' | 'language' | 'choicesOf' | 'names' | 'nameOf' | 'onTick' | 'onOpen'
  | 'onEdit' | 'ticking'> & {
    record: AnyRecord; index: number; top: number; height: number; template: string; ticked: boolean; open: boolean; focusable: boolean;
  };

const Row = memo(function Row({ description, columns, record, index, top, height, template, ticked, open, focusable, language, choicesOf,
  names, nameOf, ticking, onTick, onOpen, onEdit }: RowProperties) {
  const { t } = useTranslation('list');
  const title = String(record[description.title] ?? t('rows.unnamed'));
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('a, button, input, label') || getSelection()?.toString()) return;
    onOpen(record.id);
  };
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={ticking ? ticked : undefined} aria-current={open || undefined} data-index={index}
      tabIndex={focusable ? 0 : -1} onClick={onClick}
      className={open ? `${styles.row} ${styles.body} ${styles.open}` : ticked ? `${styles.row} ${styles.body} ${styles.ticked}` : `${styles.row} ${styles.body}`}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}>
      {ticking && (
        <div role="gridcell" className={styles.tick}>
          <label>
            <input type="checkbox" tabIndex={focusable ? 0 : -1} checked={ticked} aria-label={t('rows.tick', { name: title })} readOnly
              onClick={(event) => onTick(record.id, event.shiftKey)} />
          </label>
        </div>
      )}
      {columns.map((field, at) => {
        const editable = description.inline.includes(field.name) && mayWrite(field, record) && !record.archived;
        return (
          <div key={field.name} role={at === 0 ? 'rowheader' : 'gridcell'}
            className={`${styles.cell} ${at === 0 ? (ticking ? styles.first : styles.firstAlone) : ''} ${isNumeric(field) ? styles.numeric : ''}`}>
            <span className={styles.value}>
              <FieldValue field={field} record={record} choices={choicesOf(field)} language={language}
                names={field.refersTo && names[field.refersTo]} />
            </span>
            {editable && (
              <button type="button" className={styles.edit} tabIndex={focusable ? 0 : -1}
                aria-label={t('rows.edit', { field: nameOf(field), name: title })}
                onClick={(event) => onEdit(record, field, event.currentTarget.parentElement!)}>
                <EditOutlined aria-hidden />
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
});

function isNumeric(field: Field): boolean {
  return field.type === 'money' || field.type === 'number';
}

function Head({ field, name, sort, width, fixed, ticking, onSort, onResize, onMove }:
  { field: Field; name: string; sort: readonly string[]; width: number; fixed: boolean; ticking: boolean }
  & Pick<TableProperties, 'onSort' | 'onResize' | 'onMove'>) {
  const { t } = useTranslation('list');
  const key = sort.findIndex((by) => by === field.name || by === `-${field.name}`);
  const falling = key >= 0 && sort[key]!.startsWith('-');
  const direction = key < 0 ? 'none' : falling ? 'descending' : 'ascending';
  const drag = (start: PointerEvent<HTMLElement>) => {
    start.preventDefault();
    const handle = start.currentTarget;
    handle.setPointerCapture(start.pointerId);
    const move = (event: globalThis.PointerEvent) => onResize(field.name, Math.max(NARROWEST_PX, Math.round(width + event.clientX - start.clientX)));
    const stop = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', stop);
      handle.removeEventListener('pointercancel', stop);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', stop);
    handle.addEventListener('pointercancel', stop);
  };
  // What the handle does for a mouse.
  const byKey = (event: KeyboardEvent) => {
    const step = event.altKey ? { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    onResize(field.name, Math.max(NARROWEST_PX, width + step));
  };
  return (
    <div role="columnheader" aria-sort={direction} className={`${styles.columnHead} ${fixed ? (ticking ? styles.first : styles.firstAlone) : ''} ${isNumeric(field) ? styles.numeric : ''}`}
      draggable onDragStart={(event) => event.dataTransfer.setData('text/plain', field.name)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onMove(event.dataTransfer.getData('text/plain'), field.name);
      }}>
      {field.sortable
        ? <button type="button" className={styles.sort} onClick={(event) => onSort(field.name, event.shiftKey)} onKeyDown={byKey}
            aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight" title={t('sort.by', { column: name })}>
            <span className={styles.headName}>{name}</span>
            {key >= 0 && (
              <span aria-hidden className={styles.arrow} data-key={sort.length > 1 ? key + 1 : undefined}>
                {falling ? <ArrowDownOutlined /> : <ArrowUpOutlined />}
              </span>
            )}
          </button>
        : <span className={styles.headName} title={name}>{name}</span>}
      <span role="separator" aria-orientation="vertical" aria-label={t('columns.resize', { column: name })} tabIndex={-1} className={styles.handle}
        aria-valuenow={width} onPointerDown={drag} draggable={false} />
    </div>
  );
}
