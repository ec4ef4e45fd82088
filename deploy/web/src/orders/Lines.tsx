import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money, number } from '../api/formats';
import type { Money } from '../api/types';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';
import { Card } from '../record/Card';
import { useDraft } from '../record/drafts';
import { useSave } from '../record/saving';
import type { RecordView } from '../record/view';
import { linesOf, typedOf, type Line, type TypedLine } from './lines';
import styles from './Lines.module.css';

/** What was bought, line by line. */
export function Lines({ view }: { view: RecordView }) {
  const { t } = useTranslation('orders');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const { record, readOnly, now } = view;
  const lines = (record.lines ?? []) as Line[];
  const writable = !readOnly && now.status !== 'CANCELLED' && !now.access?.hidden?.some((field) => field.startsWith('lines'));
  return (
    <Card title={t('lines.title')} count={lines.length} action={writable && !editing && (
      <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>{t('lines.edit')}</Button>
    )}>
      {editing && writable ? <LinesForm view={view} lines={lines} onClose={() => setEditing(false)} />
        : lines.length === 0 ? <p className={styles.none}>{t('lines.none')}</p> : (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('lines.title')}>
            <table className={styles.table}>
              <thead><tr>
                <th scope="col">{t('lines.product')}</th><th scope="col" className={styles.number}>{t('lines.quantity')}</th>
                <th scope="col" className={styles.number}>{t('lines.unitPrice')}</th><th scope="col" className={styles.number}>{t('lines.amount')}</th>
              </tr></thead>
              <tbody>
                {lines.map((line, at) => (
                  <tr key={at}>
                    <td><bdi>{line.product}</bdi></td>
                    <td className={styles.number}>{line.quantity && number(line.quantity, language)}</td>
                    <td className={styles.number}>{line.unitPrice && money(line.unitPrice, language)}</td>
                    <td className={styles.number}>{line.amount && money(line.amount, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
    </Card>
  );
}

const EMPTY: TypedLine = { product: '', quantity: '', unitPrice: '' };

function LinesForm({ view, lines, onClose }: { view: RecordView; lines: readonly Line[]; onClose: () => void }) {
  const { t } = useTranslation(['orders', 'record']);
  const save = useSave('order');
  const reasonOf = useReason();
  const { draft, change, clear } = useDraft<{ lines: TypedLine[] }>(`lines.${view.record.id}`, { lines: [...lines.map(typedOf), ...(lines.length ? [] : [EMPTY])] });
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const currency = lines.find((line) => line.unitPrice)?.unitPrice?.currency ?? (view.record.amount as Money | undefined)?.currency ?? 'CNY';
  const set = (at: number, field: keyof TypedLine, value: string) =>
    change({ lines: draft.lines.map((line, other) => (other === at ? { ...line, [field]: value } : line)) });
  const submit = async () => {
    setSending(true);
    try {
      const sent = linesOf(draft.lines, currency);
      // The sum follows from the lines.
      if (await save(view.now, { lines: sent, amount: sent.length > 0 ? null : (view.now.amount ?? null) }, { quiet: true })) {
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
      {draft.lines.map((line, at) => (
        <div key={at} className={styles.row} role="group" aria-label={t('orders:lines.line', { number: at + 1 })}>
          <Input className={styles.product} aria-label={t('orders:lines.product')} placeholder={t('orders:lines.product')} value={line.product}
            onChange={(event) => set(at, 'product', event.target.value)} />
          <Input className={styles.small} inputMode="decimal" aria-label={t('orders:lines.quantity')} placeholder={t('orders:lines.quantity')} value={line.quantity}
            onChange={(event) => set(at, 'quantity', event.target.value)} />
          <Input className={styles.price} inputMode="decimal" suffix={currency} aria-label={t('orders:lines.unitPrice')} placeholder={t('orders:lines.unitPrice')}
            value={line.unitPrice} onChange={(event) => set(at, 'unitPrice', event.target.value)} />
          <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('orders:lines.remove', { number: at + 1 })}
            onClick={() => change({ lines: draft.lines.filter((_, other) => other !== at) })} />
        </div>
      ))}
      <div className={styles.row}>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => change({ lines: [...draft.lines, EMPTY] })}>{t('orders:lines.add')}</Button>
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
