import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNames } from '../api/records';
import type { AnyRecord } from '../api/types';
import { Card } from '../record/Card';
import { pageOf } from '../record/kinds';
import styles from './Participants.module.css';

interface Participant {
  contactId?: string;
  address?: string;
  name?: string;
  role?: string;
}

/** Everybody who took part: contacts, and addresses that are nobody's. */
export function Participants({ record }: { record: AnyRecord }) {
  const { t } = useTranslation(['interactions', 'record']);
  const people = (Array.isArray(record.participants) ? record.participants : []) as Participant[];
  const names = useNames('contact', people.flatMap((one) => (one.contactId ? [one.contactId] : [])));
  if (people.length === 0) return null;
  return (
    <Card title={t('interactions:participants')}>
      <ul className={styles.people}>
        {people.map((one, at) => {
          const name = (one.contactId && names.get(one.contactId)) || one.name;
          return (
            <li key={at}>
              {one.role && <span className={styles.role}>{(t as (key: string) => string)(`record:codes.participantRole.${one.role}`)}</span>}
              {one.contactId && name ? <Link to={pageOf('contact', one.contactId)}><bdi>{name}</bdi></Link> : name && <bdi>{name}</bdi>}
              {one.address && <bdi className={styles.address}>{one.address}</bdi>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
