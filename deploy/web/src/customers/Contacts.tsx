import { EyeInvisibleOutlined, MailOutlined, PhoneOutlined, StarFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useMe } from '../api/me';
import type { AnyRecord } from '../api/types';
import { startCreating } from '../frame/creating';
import { pageOf } from '../record/kinds';
import type { Related } from '../record/related';
import { RelatedCard } from '../record/RelatedCard';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';

/** The people at a customer, each with what they do there and how to reach them. */
export function Contacts({ view, related }: { view: RecordView; related: Related }) {
  const { t } = useTranslation('customers');
  const me = useMe();
  const { record, readOnly } = view;
  const add = !readOnly && may(me, 'contact', 'write') ? () => startCreating('contact', { customerId: record.id }) : undefined;
  return (
    <RelatedCard title={t('contacts.title')} related={related} none={t('contacts.none')} addLabel={t('contacts.add')} onAdd={add}
      item={(contact) => <Contact contact={contact} primary={contact.name === record.primaryContact} />} />
  );
}

function Contact({ contact, primary }: { contact: AnyRecord; primary: boolean }) {
  const { t } = useTranslation(['customers', 'record']);
  const masked = contact.access?.masked ?? [];
  const text = (field: string) => (typeof contact[field] === 'string' ? String(contact[field]) : '');
  const phone = text('phone');
  const email = text('email');
  return (
    <>
      <div className={styles.line}>
        <Link className={styles.name} to={pageOf('contact', contact.id)}><bdi>{text('name') || t('record:none')}</bdi></Link>
        {primary && <span className={styles.primary}><StarFilled aria-hidden /> {t('customers:contacts.primary')}</span>}
      </div>
      {text('position') && <div className={styles.muted}><bdi>{text('position')}</bdi></div>}
      <div className={styles.reach}>
        {phone && (masked.includes('phone') ? <span><EyeInvisibleOutlined aria-hidden /> {phone} <span className={styles.muted}>{t('record:masked')}</span></span>
          : <a href={`tel:${phone.replaceAll(/[^\d+*#]/g, '')}`}><PhoneOutlined aria-hidden /> <bdi>{phone}</bdi></a>)}
        {email && (masked.includes('email') ? <span><EyeInvisibleOutlined aria-hidden /> {email} <span className={styles.muted}>{t('record:masked')}</span></span>
          : <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}><MailOutlined aria-hidden /> <bdi>{email}</bdi></a>)}
      </div>
    </>
  );
}
