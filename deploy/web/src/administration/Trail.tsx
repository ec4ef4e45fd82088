import { useInfiniteQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Input, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { get } from '../api/client';
import { moment } from '../api/formats';
import { useUsers } from '../api/settings';
import type { RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Notice } from '../frame/Notice';
import { KINDS, pageOf } from '../record/kinds';
import styles from './administration.module.css';

interface Entry {
  sequence: number;
  id: string;
  at: string;
  who: string;
  action: string;
  kind?: string;
  records?: string[];
  details?: Record<string, string>;
  requestId?: string;
  hash: string;
}

interface Page {
  items: Entry[];
  nextCursor?: string;
}

const ACTIONS = ['CONTACT_DATA_SHOWN', 'EXPORTED', 'IMPORTED', 'BATCH_CHANGED', 'UNDONE', 'MERGED', 'UNMERGED', 'TOLD_APART', 'APPROVED',
  'SENT_BACK', 'RIGHTS_CHANGED', 'DIRECTORY_CHANGED', 'UNCONFIRMED', 'REFUSED'] as const;
type Action = (typeof ACTIONS)[number];
const SHOWN_RECORDS = 3;

/** Who saw, took out, brought in, merged, was refused; each entry sealed to the one before. */
export default function Trail() {
  const { t } = useTranslation(['administration', 'record']);
  const language = useLanguage();
  const users = useUsers();
  const [parameters, setParameters] = useSearchParams();
  const asked = (name: string) => parameters.get(name) ?? '';
  const query = {
    who: asked('who'), action: asked('action'), record: asked('record'),
    from: momentOf(asked('from'), '00:00:00'), to: momentOf(asked('to'), '23:59:59.999'), size: 50,
  };
  const trail = useInfiniteQuery({
    queryKey: ['trail', query],
    queryFn: ({ pageParam, signal }) => get<Page>('/api/admin/trail', { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
  const set = (name: string, value: string) => setParameters((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  }, { replace: true });
  const nameOf = (user: string) => users?.find(({ name }) => name === user)?.displayName ?? user;
  const actionOf = (action: string) => (ACTIONS.includes(action as Action) ? t(`administration:trailActions.${action as Action}`) : action);
  const items = trail.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.tools} role="search">
        <AutoComplete aria-label={t('administration:who')} placeholder={t('administration:who')} style={{ width: 150 }} allowClear value={asked('who')}
          options={(users ?? []).map((user) => ({ value: user.name, label: user.displayName ?? user.name }))} onChange={(who: string) => set('who', who ?? '')} />
        <Select aria-label={t('administration:action')} placeholder={t('administration:action')} style={{ width: 170 }} allowClear value={asked('action') || undefined}
          options={ACTIONS.map((action) => ({ value: action, label: actionOf(action) }))} onChange={(action?: string) => set('action', action ?? '')} />
        <Input aria-label={t('administration:recordId')} placeholder={t('administration:recordId')} type="search" style={{ width: 220 }} value={asked('record')}
          onChange={(event) => set('record', event.target.value.trim())} />
        <Input type="date" aria-label={t('administration:fromDay')} style={{ width: 150 }} value={asked('from')} onChange={(event) => set('from', event.target.value)} />
        <Input type="date" aria-label={t('administration:toDay')} style={{ width: 150 }} value={asked('to')} onChange={(event) => set('to', event.target.value)} />
      </div>
      {trail.isError ? <Failure error={trail.error} onRetry={() => void trail.refetch()} /> : !trail.data ? <Skeleton active />
        : items.length === 0 ? <Notice title={t('administration:noTrail')} /> : (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('administration:sections.trail')}>
            <table className={styles.table}>
              <thead><tr>
                <th scope="col">#</th><th scope="col">{t('administration:when')}</th><th scope="col">{t('administration:who')}</th>
                <th scope="col">{t('administration:action')}</th><th scope="col">{t('administration:record')}</th><th scope="col">{t('administration:details')}</th>
                <th scope="col">{t('administration:seal')}</th>
              </tr></thead>
              <tbody>
                {items.map((entry) => (
                  <tr key={entry.sequence}>
                    <td>{entry.sequence}</td>
                    <td>{moment(entry.at, language)}</td>
                    <th scope="row">{nameOf(entry.who)}</th>
                    <td>{actionOf(entry.action)}</td>
                    <td>
                      {entry.kind && entry.kind in KINDS ? t(`record:kinds.${entry.kind as RecordKind}`) : entry.kind}
                      {(entry.records ?? []).slice(0, SHOWN_RECORDS).map((record) => (
                        <div key={record} className={styles.hint}>
                          {entry.kind && entry.kind in KINDS ? <Link to={pageOf(entry.kind as RecordKind, record)}>{record}</Link> : record}
                        </div>
                      ))}
                      {(entry.records?.length ?? 0) > SHOWN_RECORDS && <div className={styles.hint}>{t('administration:andMore', { count: entry.records!.length - SHOWN_RECORDS })}</div>}
                    </td>
                    <td>{Object.entries(entry.details ?? {}).map(([name, value]) => <div key={name}><code>{name}</code> {value}</div>)}</td>
                    <td><code title={entry.hash}>{entry.hash.slice(0, 10)}…</code></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      {trail.hasNextPage && <Button loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>{t('administration:more')}</Button>}
    </>
  );
}

/** The first or last moment of a day where the reader is. */
function momentOf(day: string, time: string): string | undefined {
  const at = new Date(`${day}T${time}`);
  return day === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
