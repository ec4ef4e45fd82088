import { Alert, Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { doubledFields, flow, missingFields, samples, usableKeys, type Flow } from './flow';
import { useFieldNames } from './useFieldNames';
import styles from './imports.module.css';

/** Which column goes to which field, with what the columns hold beside it, and what rows are recognised by. */
export function MappingStep({ flow: present, back, onNext }: { flow: Flow; back: ReactNode; onNext: () => void }) {
  const { t } = useTranslation('imports');
  const nameOf = useFieldNames(present.kind);
  const { preview, mapping } = present;
  const missing = missingFields(preview, mapping);
  const doubled = doubledFields(mapping);
  const keys = usableKeys(preview, mapping);
  const options = preview.fields.map((field) => ({ value: field, label: nameOf(field) }));

  function change(header: string, field: string | null) {
    const next = { ...mapping, [header]: field };
    const key = present.key !== null && usableKeys(preview, next).includes(present.key) ? present.key : null;
    flow.set({ ...present, mapping: next, key, checkJob: null });
  }

  return (
    <section className={styles.step}>
      <table className={`${styles.table} ${styles.mapping}`}>
        <thead><tr><th scope="col">{t('column')}</th><th scope="col">{t('samples')}</th><th scope="col">{t('field')}</th></tr></thead>
        <tbody>
          {preview.headers.map((header, column) => (
            <tr key={column}>
              <th scope="row"><bdi>{header}</bdi></th>
              <td className={styles.samples}>{samples(preview, column).map((sample) => <bdi key={sample}>{sample}</bdi>)}</td>
              <td>
                <Select
                  aria-label={`${t('field')}: ${header}`} showSearch={{ optionFilterProp: 'label' }} className={styles.select}
                  value={mapping[header] ?? ''} onChange={(value: string) => change(header, value === '' ? null : value)}
                  status={doubled.includes(mapping[header] ?? '') ? 'error' : undefined}
                  options={[{ value: '', label: t('leaveOut') }, ...options]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.keys.length > 0 && (
        <label className={styles.key}>
          <span>{t('key')}</span>
          <Select
            value={present.key ?? ''} className={styles.select} aria-label={t('key')}
            onChange={(value: string) => flow.set({ ...present, key: value === '' ? null : value, checkJob: null })}
            options={[{ value: '', label: t('keyUsual') }, ...keys.map((key) => ({ value: key, label: nameOf(key) }))]} />
          <span className={styles.muted}>{t('keyHint')}</span>
        </label>
      )}
      {missing.length > 0 && <Alert type="warning" showIcon role="alert" title={t('missing', { fields: missing.map(nameOf).join('、') })} />}
      {doubled.map((field) => <Alert key={field} type="warning" showIcon role="alert" title={t('twice', { field: nameOf(field) })} />)}
      <div className={styles.buttons}>
        <Button type="primary" disabled={missing.length > 0 || doubled.length > 0} onClick={onNext}>{t('next')}</Button>
        {back}
      </div>
    </section>
  );
}
