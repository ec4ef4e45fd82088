import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { Failure } from '../frame/Failure';
import { isRole, type Role } from './roles';
import { described, type RightsOfRole } from './rights';
import styles from './administration.module.css';

/** Who may see and do what, in words. */
export default function RightsTable() {
  const { t } = useTranslation(['administration', 'record']);
  const rights = useQuery({
    queryKey: ['rights'],
    queryFn: async ({ signal }) => (await get<{ table: Record<string, RightsOfRole> }>('/api/rights', {}, signal)).table,
  });
  if (rights.isError) return <Failure error={rights.error} onRetry={() => void rights.refetch()} />;
  if (!rights.data) return <Skeleton active />;
  const say = (role: RightsOfRole) => described(role);
  return (
    <>
      {Object.entries(rights.data).map(([name, role]) => {
        const told = say(role);
        return (
          <section key={name} className={styles.role} aria-labelledby={`role-${name}`}>
            <h2 id={`role-${name}`}>{isRole(name) ? t(`administration:roles.${name as Role}`) : name}</h2>
            <dl>
              {told.kinds.map(({ kind, actions }) => (
                <div key={kind}>
                  <dt>{t(`administration:rightsKinds.${kind}`)}</dt>
                  <dd>
                    {actions.map(({ action, reach }) => (
                      <span key={action} className={styles.right}>{t(`administration:rightsActions.${action}`)} <b>{t(`administration:reaches.${reach}`)}</b></span>
                    ))}
                  </dd>
                </div>
              ))}
              {told.classes.map(({ fieldClass, full, masked }) => (
                <div key={fieldClass}>
                  <dt>{t(`administration:fieldClasses.${fieldClass}`)}</dt>
                  <dd>
                    {full === 'none' && masked === 'none' ? <span className={styles.right}>{t('administration:hiddenClass')}</span> : (
                      <>
                        {full !== 'none' && <span className={styles.right}>{t('administration:fullClass')} <b>{t(`administration:reaches.${full}`)}</b></span>}
                        {masked !== 'none' && <span className={styles.right}>{t('administration:maskedClass')} <b>{t(`administration:reaches.${masked}`)}</b></span>}
                      </>
                    )}
                  </dd>
                </div>
              ))}
              {role.exportRowsADay !== undefined && role.exportRowsADay !== null && (
                <div><dt>{t('administration:exportLimit')}</dt><dd>{t('administration:rowsADay', { count: role.exportRowsADay })}</dd></div>
              )}
            </dl>
          </section>
        );
      })}
    </>
  );
}
