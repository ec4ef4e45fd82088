import { CrownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { day, label, number } from '../api/formats';
import { recordPath } from '../api/records';
import type { Label } from '../api/types';
import { useLanguage } from '../frame/language';
import { Card } from '../record/Card';
import type { RecordView } from '../record/view';
import styles from './Cards.module.css';

interface Tier {
  code: string;
  label?: Label;
  points: number;
  missing?: number;
}

interface Movement {
  day: string;
  points: number;
  orderNumber?: string;
  reward?: string;
}

interface Account {
  earned: number;
  balance: number;
  owed: number;
  tier?: Tier;
  nextTier?: Tier;
  /** Left out where no rules are in force. */
  rules?: string;
  movements: { items: Movement[]; total: number };
}

/** Points and tier, and what they come from. */
export function Loyalty({ view }: { view: RecordView }) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { id } = view.record;
  const account = useQuery({
    queryKey: ['record', 'customer', id, 'loyalty'],
    queryFn: ({ signal }) => get<Account>(`${recordPath('customer', id)}/loyalty`, { size: 20 }, signal),
    enabled: !view.asOf,
  }).data;
  if (!account || (!account.rules && account.earned === 0)) return null;
  return (
    <Card title={t('loyalty.title')}>
      <div className={styles.row}>
        {account.tier && <span><CrownOutlined aria-hidden /> {label(account.tier.label, language, account.tier.code)}</span>}
        <span><span className={styles.figure}>{number(account.balance, language)}</span> {t('loyalty.points')}</span>
      </div>
      {account.nextTier && (
        <div className={styles.muted}>
          {t('loyalty.next', { tier: label(account.nextTier.label, language, account.nextTier.code), points: number(account.nextTier.missing ?? 0, language) })}
        </div>
      )}
      {account.owed > 0 && <div className={styles.risk}>{t('loyalty.owed', { points: number(account.owed, language) })}</div>}
      {account.movements.total > 0 && (
        <Button size="small" type="link" style={{ padding: 0, alignSelf: 'start' }} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'loyalty.fold' : 'loyalty.movements', { count: account.movements.total })}
        </Button>
      )}
      {open && (
        <ul className={styles.list}>
          {account.movements.items.map((movement, at) => (
            <li key={at} className={styles.line}>
              <span>{day(movement.day, language)} <bdi>{movement.reward ?? movement.orderNumber}</bdi></span>
              <span className={styles.amount}>{movement.points > 0 ? '+' : ''}{number(movement.points, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
