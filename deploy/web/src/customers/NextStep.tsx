import { BulbOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { recordQuery } from '../api/records';
import { useLanguage } from '../frame/language';
import { Card } from '../record/Card';
import { pageOf } from '../record/kinds';
import type { Related } from '../record/related';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';
import { adviceOf, isPressing, mostUrgent, suggestionFor } from './nextStep';

/** What to do next about a customer, and why. */
export function NextStep({ view, contacts, opportunities }: { view: RecordView; contacts: Related; opportunities: Related }) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  const open = opportunities.items.filter((record) => record.status === 'OPEN');
  const urgent = mostUrgent(open);
  // Only single records say it in words.
  const told = useQuery({ ...recordQuery('opportunity', urgent?.id ?? ''), enabled: urgent !== undefined }).data;
  if (opportunities.pending || contacts.pending || view.asOf) return null;
  const advice = told && adviceOf(told);
  if (urgent && advice?.text) {
    const pressing = isPressing(advice);
    return (
      <Card title={t('next.title')} tone={pressing ? 'risk' : 'accent'}>
        <p className={styles.text} lang={language}>
          {pressing ? <WarningOutlined aria-label={t('next.pressing')} className={styles.risk} /> : <BulbOutlined aria-hidden />} {advice.text}
        </p>
        <div className={styles.muted}>{t('next.about')} <Link to={pageOf('opportunity', urgent.id)}>{String(urgent.name ?? '')}</Link></div>
      </Card>
    );
  }
  const suggestion = suggestionFor(view.record, contacts.total ?? 0, open.length);
  return suggestion && (
    <Card title={t('next.title')} tone="accent">
      <p className={styles.text}><BulbOutlined aria-hidden /> {t(`next.${suggestion}`)}</p>
    </Card>
  );
}
