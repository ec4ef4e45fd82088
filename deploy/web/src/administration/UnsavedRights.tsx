import { UndoOutlined } from '@ant-design/icons';
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleOf, valueAt, type Changes, type Place, type Table } from './rights';
import { useRightsNames } from './useRightsNames';
import styles from './administration.module.css';

/** What is about to change for whom, to read before it is saved; nothing where nothing is. */
export function UnsavedRights({ changes, table, busy, onSave, onUndo, onDiscard }: {
  changes: Changes; table: Table; busy: boolean; onSave: (reason: string) => void; onUndo: (place: Place) => void; onDiscard: () => void;
}) {
  const { t } = useTranslation(['administration', 'record']);
  const names = useRightsNames();
  const [reason, setReason] = useState('');
  const places = Object.keys(changes);
  if (places.length === 0) return null;
  return (
    <section className={styles.unsaved} aria-label={t('administration:unsaved', { count: places.length })}>
      <h2>{t('administration:unsaved', { count: places.length })}</h2>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <span><b>{names.role(roleOf(place))}</b> {names.place(place)}：{names.value(valueAt(table, place))} → <b>{names.value(changes[place]!)}</b></span>
            <Button size="small" type="text" icon={<UndoOutlined aria-hidden />} aria-label={t('administration:undoChange', { what: names.place(place) })} onClick={() => onUndo(place)} />
          </li>
        ))}
      </ul>
      <form onSubmit={(event) => {
        event.preventDefault();
        onSave(reason.trim());
      }}>
        <Input value={reason} maxLength={500} placeholder={t('administration:rightsReason')} aria-label={t('administration:rightsReason')} onChange={(event) => setReason(event.target.value)} />
        <Button type="primary" htmlType="submit" loading={busy}>{t('record:save')}</Button>
        <Popconfirm title={t('administration:discardAsk')} okText={t('administration:discard')} cancelText={t('record:cancel')} onConfirm={onDiscard}>
          <Button disabled={busy}>{t('administration:discard')}</Button>
        </Popconfirm>
      </form>
    </section>
  );
}
