import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Spin, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/client';
import { number } from '../api/formats';
import { COLLECTIONS } from '../api/records';
import { useStore } from '../api/store';
import type { RecordKind } from '../api/types';
import { useLanguage } from '../frame/language';
import { flow, importForm, SEPARATOR_NAMES, type Preview } from './flow';
import { useReason } from '../frame/useReason';
import styles from './imports.module.css';

/** Chooses a file and says what was understood of it. */
export function FileStep({ kind, lost, onNext }: { kind: RecordKind; lost: boolean; onNext: () => void }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const reason = useReason();
  const prepared = useStore(flow);
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const chosen = prepared?.kind === kind ? prepared : null;

  async function understand(file: File) {
    setReading(true);
    setRefused(null);
    try {
      const preview = (await upload<Preview>(`${COLLECTIONS[kind]}/import/preview`, importForm(file, null))).body;
      flow.set({ kind, file, preview, mapping: preview.mapping, key: null, checkJob: null });
    } catch (failed) {
      flow.set(null);
      setRefused(reason(failed));
    } finally {
      setReading(false);
    }
  }

  return (
    <section className={styles.step}>
      {lost && <Alert type="info" showIcon title={t('lost')} />}
      {refused && <Alert type="error" showIcon role="alert" title={refused} />}
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx" multiple={false} showUploadList={false} disabled={reading}
        beforeUpload={(file) => {
          void understand(file);
          return false;
        }}>
        <p className={styles.dropIcon}><InboxOutlined aria-hidden /></p>
        <p>{chosen ? t('chosen', { name: chosen.file.name }) : t('drop')}</p>
        <p className={styles.muted}>{t('formats')}</p>
      </Upload.Dragger>
      {reading && <div role="status"><Spin size="small" /> {t('reading')}</div>}
      {chosen && !reading && (
        <>
          <p role="status">
            <strong>{t('understood', { rows: number(chosen.preview.rows, language), columns: chosen.preview.headers.length })}</strong>
            {' · '}{howRead(chosen.preview)}
          </p>
          <FirstRows preview={chosen.preview} />
          <div className={styles.buttons}>
            <Button type="primary" onClick={onNext}>{t('next')}</Button>
          </div>
        </>
      )}
    </section>
  );

  function howRead(preview: Preview): string {
    if (preview.sheet !== null) return t('sheet', { sheet: preview.sheet });
    const sign = preview.separator ?? '';
    const name = SEPARATOR_NAMES[sign];
    return t('csv', { encoding: preview.encoding, separator: name ? t(`separators.${name}`) : t('separators.other', { sign }) });
  }
}

function FirstRows({ preview }: { preview: Preview }) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('preview')}>
      <table className={styles.table}>
        <caption className="unseen">{t('preview')}</caption>
        <thead><tr>{preview.headers.map((header, at) => <th key={at} scope="col"><bdi>{header}</bdi></th>)}</tr></thead>
        <tbody>
          {preview.first.map((row, line) => (
            <tr key={line}>{preview.headers.map((_, at) => <td key={at}><bdi>{row[at] ?? ''}</bdi></td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
