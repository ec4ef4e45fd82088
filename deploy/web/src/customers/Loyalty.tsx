import { CrownOutlined, UndoOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '../api/client';
import { day, label, number } from '../api/formats';
import { recordPath } from '../api/records';
import type { Label } from '../api/types';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';
import { Card } from '../record/Card';
import { ReasonDialog } from '../record/ReasonDialog';
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
  /** Why it is there; of a redemption whether it still stands. */
  because: string;
  redemptionId?: string;
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

const Redeem = lazy(() => import('./Redeem'));

/** Points and tier, what they come from, and what they are given away for. */
export function Loyalty({ view }: { view: RecordView }) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const reasonOf = useReason();
  const [open, setOpen] = useState(false);
  const [redeeming, setRedeeming] = useState(false);
  const [takenBack, setTakenBack] = useState<Movement | null>(null);
  const { id } = view.record;
  const account = useQuery({
    queryKey: ['record', 'customer', id, 'loyalty'],
    queryFn: ({ signal }) => get<Account>(`${recordPath('customer', id)}/loyalty`, { size: 20 }, signal),
    enabled: !view.asOf,
  }).data;
  if (!account || (!account.rules && account.earned === 0)) return null;
  const takeBack = async (reason: string): Promise<boolean> => {
    try {
      await post(`${recordPath('customer', id)}/loyalty/redemptions/${encodeURIComponent(takenBack!.redemptionId!)}/take-back`, undefined, { reason });
      await client.invalidateQueries({ queryKey: ['record', 'customer', id] });
      message.success(t('redeem.takenBack'));
      return true;
    } catch (failed) {
      message.error(reasonOf(failed), 6);
      return false;
    }
  };
  return (
    <Card title={t('loyalty.title')} action={!view.readOnly && account.balance > 0 && (
      <Button size="small" onClick={() => setRedeeming(true)}>{t('redeem.action')}</Button>
    )}>
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
              <span>{day(movement.day, language)} <bdi>{movement.reward ?? movement.orderNumber ?? t('redeem.noReward')}</bdi>
                {movement.because === 'REDEMPTION_TAKEN_BACK' && <span className={styles.muted}> {t('redeem.wasTakenBack')}</span>}</span>
              <span className={styles.amount}>
                {!view.readOnly && movement.because === 'REDEEMED' && (
                  <Button size="small" type="text" icon={<UndoOutlined aria-hidden />} title={t('redeem.takeBack')}
                    aria-label={`${t('redeem.takeBack')}: ${movement.reward ?? movement.day}`} onClick={() => setTakenBack(movement)} />
                )} {movement.points > 0 ? '+' : ''}{number(movement.points, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {redeeming && <Suspense fallback={null}><Redeem customerId={id} balance={account.balance} onClose={() => setRedeeming(false)} /></Suspense>}
      {takenBack && (
        <ReasonDialog title={t('redeem.takeBack')} hint={t('redeem.takeBackHint', { points: number(-takenBack.points, language) })} action={t('redeem.takeBack')} danger required
          onSubmit={takeBack} onClose={() => setTakenBack(null)} />
      )}
    </Card>
  );
}
