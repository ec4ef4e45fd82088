import { WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { InputNumber, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { put } from '../api/client';
import { Problem } from '../api/problem';
import { Failure } from '../frame/Failure';
import { useDraft } from '../record/drafts';
import { Failed } from './Failed';
import { ReachCell } from './ReachCell';
import { ACTIONS, actionsOf, canBeMasked, changed, CLASSES, classPlace, kindPlace, kindsOf, REACHES, reachesOf, refusalsOf, roleOf, rowsPlace,
  stillChanges, valueAt, withChanges, type Changes, type Place, type Table } from './rights';
import { ROLES } from './roles';
import { loadSetting, useDoing } from './setting';
import { UnsavedRights } from './UnsavedRights';
import { useRightsNames } from './useRightsNames';
import styles from './administration.module.css';

const PATH = '/api/rights';
const NONE: Changes = {};

/** Who may see and do what, role by role; changes of all roles are saved together. */
export default function RightsTable() {
  const { t } = useTranslation('administration');
  const names = useRightsNames();
  const [parameters, setParameters] = useSearchParams();
  const stored = useQuery({ queryKey: ['setting', 'rights'], queryFn: () => loadSetting<{ table: Table }>(PATH), staleTime: Infinity, gcTime: 0 });
  const { draft: changes, change: keep, clear } = useDraft<Changes>('rights', NONE);
  const [outdated, setOutdated] = useState(false);
  const doing = useDoing(['setting', 'rights'], ['me']);
  const table = stored.data?.body.table;

  useEffect(() => {
    if (table && Object.keys(stillChanges(changes, table)).length < Object.keys(changes).length) keep(stillChanges(changes, table));
  }, [table, changes, keep]);

  if (stored.isError) return <Failure error={stored.error} onRetry={() => void stored.refetch()} />;
  if (!stored.data || !table) return <Skeleton active />;
  const { version } = stored.data;

  const roles = [...new Set([...ROLES, ...Object.keys(table)])];
  const role = roles.find((one) => one === parameters.get('role')) ?? roles[0]!;
  const refusals = refusalsOf(doing.failed?.fields ?? []);
  const set = (place: Place, value: Changes[Place]) => {
    doing.forget();
    keep(changed(changes, table, place, value));
  };
  const save = async (reason: string) => {
    setOutdated(false);
    const saved = await doing.run(async () => {
      try {
        await put(PATH, { table: withChanges(table, changes) }, { version, reason: reason || undefined });
      } catch (error) {
        if (error instanceof Problem && (error.status === 412 || error.status === 428)) {
          await stored.refetch();
          setOutdated(true);
        }
        const refused = error instanceof Problem ? [...refusalsOf(error.document.errors ?? []).keys()].map(roleOf) : [];
        if (refused.length > 0 && !refused.includes(role)) setParameters({ role: refused[0]! }, { replace: true });
        throw error;
      }
    });
    if (saved) clear();
  };
  const cell = (place: Place, offered: Parameters<typeof ReachCell>[0]['offered']) => (
    <ReachCell name={names.place(place)} value={valueAt(withChanges(table, changes), place)} stored={valueAt(table, place)} offered={offered}
      refused={refusals.get(place)} onChange={(value) => set(place, value)} />
  );
  const rows = rowsPlace(role);
  const mine = Object.keys(changes).map(roleOf);
  return (
    <>
      <nav className={styles.tabs} aria-label={t('role')}>
        {roles.map((one) => (
          <Link key={one} to={{ search: `?role=${one}` }} replace aria-current={one === role ? 'page' : undefined}>
            {names.role(one)}{mine.includes(one) && <span className={styles.unsavedMark}>{t('unsavedMark')}</span>}
          </Link>
        ))}
      </nav>
      {outdated ? <div role="alert" className={styles.outdated}><WarningOutlined aria-hidden /> {t('rightsOutdated')}</div> : <Failed failed={doing.failed} />}
      {refusals.has(role) && <div role="alert" className={styles.fault}>{refusals.get(role)}</div>}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={names.role(role)}>
        <table className={`${styles.table} ${styles.rights}`}>
          <thead><tr>
            <th scope="col">{t('kind')}</th>
            {ACTIONS.map((action) => <th key={action} scope="col">{t(`rightsActions.${action}`)}</th>)}
          </tr></thead>
          <tbody>
            {kindsOf(table).map((kind) => (
              <tr key={kind}>
                <th scope="row">{names.kind(kind)}</th>
                {ACTIONS.map((action) => (
                  <td key={action}>{actionsOf(kind).includes(action) ? cell(kindPlace(role, kind, action), reachesOf(kind)) : <span className={styles.never}>–</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('fieldClassesTitle')}>
        <table className={`${styles.table} ${styles.rights}`}>
          <thead><tr><th scope="col">{t('fieldClassesTitle')}</th><th scope="col">{t('fullClass')}</th><th scope="col">{t('maskedClass')}</th></tr></thead>
          <tbody>
            {CLASSES.map((fieldClass) => (
              <tr key={fieldClass}>
                <th scope="row">{t(`fieldClasses.${fieldClass}`)}</th>
                <td>{cell(classPlace(role, fieldClass, 'full'), REACHES)}</td>
                <td>{canBeMasked(fieldClass) ? cell(classPlace(role, fieldClass, 'masked'), REACHES) : <span className={styles.never}>–</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <label className={styles.field}>
        <span>{t('exportLimit')}</span>
        <InputNumber value={valueAt(withChanges(table, changes), rows) as number | null} min={0} max={1_000_000_000} precision={0} style={{ width: 200 }}
          placeholder={t('noLimit')} status={refusals.has(rows) ? 'error' : undefined} onChange={(value) => set(rows, value)} />
        {refusals.has(rows) && <span role="alert" className={styles.fault}>{refusals.get(rows)}</span>}
      </label>
      <UnsavedRights changes={changes} table={table} busy={doing.busy} onSave={(reason) => void save(reason)} onUndo={(place) => set(place, valueAt(table, place))}
        onDiscard={() => {
          doing.forget();
          setOutdated(false);
          clear();
        }} />
    </>
  );
}
