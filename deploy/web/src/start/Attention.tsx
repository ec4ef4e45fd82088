import { CheckCircleOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ago, day, money, number } from '../api/formats';
import { recordQuery, useNames } from '../api/records';
import { useUsers } from '../api/settings';
import type { AnyRecord, Money } from '../api/types';
import { useLanguage } from '../frame/language';
import { daysInStage, daysUntil, type Card } from '../pipeline/board';
import { useNextAction } from '../pipeline/NextAction';
import { pageOf } from '../record/kinds';
import type { Check } from './attention';
import { listOf } from './Figures';
import { ICONS } from './icons';
import { useFirsts } from './useFigures';
import styles from './StartPage.module.css';

const SHOWN = 3;

/** What should not wait and why, the most urgent first; a record stands under its most urgent reason alone. */
export function Attention({ checks, showOwner }: { checks: readonly Check[]; showOwner: boolean }) {
  const { t } = useTranslation('start');
  const found = useFirsts(checks.map(({ kind, filter, sort }) => ({ kind, filter, sort, size: 10 })));
  const groups = useMemo(() => {
    const seen = new Set<string>();
    return checks.flatMap((check, at) => {
      const answer = found[at]?.data;
      if (!answer || answer.total === 0) return [];
      const records = answer.items.filter(({ id }) => !seen.has(id)).slice(0, SHOWN);
      records.forEach(({ id }) => seen.add(id));
      return [{ check, records, total: answer.total }];
    });
  }, [checks, found]);
  const waiting = found.some((answer) => answer.isPending);
  const failed = found.some((answer) => answer.isError);
  const customers = useNames('customer', groups.flatMap(({ records }) => records.flatMap((record) =>
    typeof record.customerId === 'string' ? [record.customerId] : [])));
  const opportunities = groups.filter(({ check }) => check.kind === 'opportunity').flatMap(({ records }) => records);
  const single = useQueries({ queries: opportunities.map((record) => recordQuery('opportunity', record.id)) });
  const whole = new Map(single.flatMap((answer) => (answer.data ? [[answer.data.id, answer.data] as const] : [])));
  return (
    <section className={styles.card} aria-labelledby="start-attention">
      <h2 id="start-attention">{t(showOwner ? 'attention.team' : 'attention.title')}</h2>
      {groups.length === 0 && (waiting ? <Skeleton active title={false} />
        : failed ? <p className={styles.muted}>{t('unavailable')}</p>
          : <p className={styles.fine}><CheckCircleOutlined aria-hidden /> {t('attention.nothing')}</p>)}
      {groups.map(({ check, records, total }) => {
        const Icon = ICONS[check.icon];
        return (
          <div key={check.id} className={styles.group}>
            <h3>
              <Link to={listOf(check)} className={`${styles.tone} ${styles[check.tone]}`}>
                <Icon aria-hidden /> {t(`attention.${check.id}`)} <b>{total}</b>
              </Link>
            </h3>
            <ul>
              {records.map((record) => (
                <Line key={record.id} check={check} record={whole.get(record.id) ?? record} showOwner={showOwner}
                  customer={customers.get(String(record.customerId ?? ''))} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Line({ check, record, customer, showOwner }:
  { check: Check; record: AnyRecord; customer: string | undefined; showOwner: boolean }) {
  const { t } = useTranslation(['start', 'record']);
  const language = useLanguage();
  const users = useUsers();
  const why = useWhy(check, record);
  const next = useNextAction(record);
  const amount = (record.amount ?? record.openOpportunityAmount) as Money | undefined;
  const owner = typeof record.owner === 'string' ? users?.find(({ name }) => name === record.owner)?.displayName ?? record.owner : t('record:nobody');
  return (
    <li className={styles.line}>
      <Link to={pageOf(check.kind, record.id)}>{String(record.name ?? '')}</Link>
      <span className={styles.amount}>{amount && Number(amount.amount) !== 0 ? money(amount, language) : ''}</span>
      <span className={styles.why}>
        {[customer, showOwner ? owner : undefined, why].filter(Boolean).join(' · ')}
        {next && <><br /><span className={styles.next}>{t('start:attention.next', { next })}</span></>}
      </span>
    </li>
  );
}

function useWhy(check: Check, record: AnyRecord): string {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const text = (field: string) => (typeof record[field] === 'string' ? record[field] as string : undefined);
  switch (check.id) {
    case 'overdue':
    case 'closing': {
      const close = text('expectedClose');
      const days = close ? daysUntil(close) : 0;
      return !close ? '' : days < 0 ? t('why.overdue', { count: -days, day: day(close, language) })
        : days === 0 ? t('why.today') : t('why.closing', { count: days, day: day(close, language) });
    }
    case 'stalled':
      return t('why.stalled', { count: daysInStage(record as Card) ?? 0, limit: number(Number(record.stalledAfterDays ?? 0), language) });
    case 'silent':
    case 'dormant': {
      const last = text('lastInteractionAt');
      return last ? t('why.silent', { ago: ago(last, language) }) : t('why.never');
    }
    case 'reviewDue': {
      const due = text('reviewDue');
      return due ? t('why.reviewDue', { day: day(due, language) }) : '';
    }
    case 'waiting':
      return t('why.waiting', { ago: ago(String(record.createdAt ?? ''), language) });
    case 'sentBack':
      return t('why.sentBack');
  }
}
