import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../record/Card';
import type record from '../record/texts/zh-CN.json';
import type { RecordView } from '../record/view';
import { consentsOf } from './links';
import styles from './Person.module.css';

interface Way { number?: string; address?: string; kind?: keyof typeof record.codes.phoneKind; network?: string }

/** Every number and address of a person; masked ones as they are shown to the reader. */
export function Ways({ view }: { view: RecordView }) {
  const { t } = useTranslation(['contacts', 'record']);
  const { phones = [], emails = [], socialLinks = [] } = view.record as { phones?: Way[]; emails?: Way[]; socialLinks?: Way[] };
  if (phones.length + emails.length < 3 && socialLinks.length === 0) return null;
  return (
    <Card title={t('contacts:reached.title')} count={phones.length + emails.length + socialLinks.length}>
      <ul className={styles.list}>
        {[...phones, ...emails].map((way, at) => (
          <li key={at}><bdi>{way.number ?? way.address}</bdi>{way.kind && <Tag>{t(`record:codes.phoneKind.${way.kind}`)}</Tag>}</li>
        ))}
        {socialLinks.filter((way) => way.address).map((way, at) => (
          <li key={`s${at}`}><bdi>{way.address}</bdi><Tag>{way.network ?? t('contacts:reached.social')}</Tag></li>
        ))}
      </ul>
    </Card>
  );
}

/** Over which channels a person agrees to marketing: without it, no campaign picks him. */
export function Consent({ view }: { view: RecordView }) {
  const { t } = useTranslation(['contacts', 'record']);
  const consents = consentsOf(view.record);
  return (
    <Card title={t('contacts:consent.title')}>
      {consents.length === 0 ? <p className={styles.none}>{t('contacts:consent.none')}</p> : (
        <ul className={styles.list}>
          {consents.map((consent) => (
            <li key={consent.channel}>
              <span>{t(`record:codes.channel.${consent.channel as keyof typeof record.codes.channel}`)}</span>
              <Tag icon={consent.status === 'GIVEN' ? <CheckCircleOutlined aria-hidden /> : <StopOutlined aria-hidden />}>
                {t(consent.status === 'GIVEN' ? 'contacts:consent.given' : 'contacts:consent.withdrawn')}
              </Tag>
              <span className={styles.muted}>{t('contacts:consent.from', { source: consent.source, day: consent.date })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
