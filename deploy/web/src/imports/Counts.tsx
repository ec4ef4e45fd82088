import { CheckCircleOutlined, DownloadOutlined, EditOutlined, PlusCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { number } from '../api/formats';
import type { Job } from '../api/types';
import { useLanguage } from '../frame/language';
import styles from './imports.module.css';

const ICONS = {
  created: PlusCircleOutlined, updated: EditOutlined, unchanged: CheckCircleOutlined, refused: WarningOutlined,
} as const;

/** What became, or would become, of the rows. */
export function Counts({ job }: { job: Job }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  return (
    <dl className={styles.counts}>
      {(['created', 'updated', 'unchanged', 'refused'] as const).map((name) => {
        const Icon = ICONS[name];
        return (
          <div key={name} className={name === 'refused' && job.refused > 0 ? `${styles.count} ${styles.bad}` : styles.count}>
            <dt><Icon aria-hidden /> {t(`counts.${name}`)}</dt>
            <dd>{number(job[name], language)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The refused rows as a file that can be mended and sent again. */
export function RefusedRows({ job }: { job: Job }) {
  const { t } = useTranslation('imports');
  if (job.refused === 0) return null;
  return (
    <p>
      <a href={`/api/jobs/${encodeURIComponent(job.id)}/refused`} download><DownloadOutlined aria-hidden /> {t('refusedFile')}</a>
      {' · '}<span className={styles.muted}>{t('refusedHint')}</span>
    </p>
  );
}
