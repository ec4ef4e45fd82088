import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../frame/language';
import { changed, faultsOf, moved, type Entry } from './entries';
import { withText } from './Labels';
import styles from './administration.module.css';

/** The lines of a list: codes, names, order, what is no longer offered; for stages also their terms. */
export function Entries({ entries, onChange, stages, tried }:
  { entries: readonly Entry[]; onChange: (entries: readonly Entry[]) => void; stages?: boolean; tried: boolean }) {
  const { t } = useTranslation('administration');
  const faults = faultsOf(entries);
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('entries')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              {LANGUAGES.map(({ code, name }) => <th key={code} scope="col">{t('nameIn', { language: name })}</th>)}
              {stages && <th scope="col">{t('probability')}</th>}
              {stages && <th scope="col">{t('stalledAfter')}</th>}
              <th scope="col">{t('retired')}</th>
              <th scope="col"><span className="unseen">{t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, at) => {
              const fault = tried ? faults.get(at) : undefined;
              const what = entry.code || t('line', { count: at + 1 });
              return (
                <tr key={at}>
                  <td>
                    <Input value={entry.code} disabled={entry.stored} status={fault === 'code' || fault === 'twice' ? 'error' : undefined}
                      aria-label={`${t('code')} ${at + 1}`} maxLength={60} onChange={(event) => onChange(changed(entries, at, { code: event.target.value }))} />
                    {fault && <div role="alert" className={styles.fault}>{t(`faults.${fault}`)}</div>}
                  </td>
                  {LANGUAGES.map(({ code, name }) => (
                    <td key={code}>
                      <Input value={entry.label[code] ?? ''} lang={code} maxLength={100} aria-label={`${what} ${name}`}
                        onChange={(event) => onChange(changed(entries, at, { label: withText(entry.label, code, event.target.value) }))} />
                    </td>
                  ))}
                  {stages && (
                    <td><InputNumber value={entry.probability ?? null} min={0} max={100} aria-label={`${what} ${t('probability')}`}
                      onChange={(probability) => onChange(changed(entries, at, { probability }))} /></td>
                  )}
                  {stages && (
                    <td><InputNumber value={entry.stalledAfterDays ?? null} min={1} max={3650} aria-label={`${what} ${t('stalledAfter')}`}
                      onChange={(stalledAfterDays) => onChange(changed(entries, at, { stalledAfterDays }))} /></td>
                  )}
                  <td><Checkbox checked={entry.retired} aria-label={`${what} ${t('retired')}`}
                    onChange={(event) => onChange(changed(entries, at, { retired: event.target.checked }))} /></td>
                  <td className={styles.actions}>
                    <Button type="text" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('up', { what })} disabled={at === 0}
                      onClick={() => onChange(moved(entries, at, -1))} />
                    <Button type="text" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('down', { what })} disabled={at === entries.length - 1}
                      onClick={() => onChange(moved(entries, at, 1))} />
                    <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('removeOf', { what })}
                      onClick={() => onChange(entries.filter((_, index) => index !== at))} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...entries,
        { code: '', label: {}, retired: false, stored: false, ...(stages ? { probability: 50, stalledAfterDays: 14 } : {}) }])}>{t('addLine')}</Button>
    </>
  );
}
