import { Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useParams } from 'react-router';
import { useMe } from '../api/me';
import { ErrorBoundary } from '../frame/ErrorBoundary';
import { Failure } from '../frame/Failure';
import { Problem } from '../api/problem';
import { mayAdminister } from './access';
import styles from './administration.module.css';

/** What administrators look after, each a part with its own address. */
const SECTIONS = {
  'custom-fields': lazy(() => import('./CustomFields')),
  'value-lists': lazy(() => import('./ValueLists')),
  pipelines: lazy(() => import('./Pipelines')),
  'exchange-rates': lazy(() => import('./ExchangeRates')),
  'review-rule': lazy(() => import('./ReviewRule')),
  users: lazy(() => import('./Users')),
  teams: lazy(() => import('./Teams')),
  rights: lazy(() => import('./RightsTable')),
  jobs: lazy(() => import('./Jobs')),
  'dead-letters': lazy(() => import('./DeadLetters')),
  trail: lazy(() => import('./Trail')),
} satisfies Record<string, ComponentType>;

type Section = keyof typeof SECTIONS;
const isSection = (name: string | undefined): name is Section => name !== undefined && name in SECTIONS;

/** Settings of the platform and how it runs; only for administrators. */
export default function AdministrationPage() {
  const { t } = useTranslation('administration');
  const me = useMe();
  const { section } = useParams();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone there are more parts than fit beside each other.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);
  if (!mayAdminister(me)) return <Failure error={new Problem({ status: 403, title: t('forbidden') })} />;
  if (!isSection(section)) return <Navigate to="/administration/custom-fields" replace />;
  const Shown = SECTIONS[section];
  return (
    <div className={styles.page}>
      <nav ref={nav} className={styles.nav} aria-label={t('title')}>
        <ul>
          {(Object.keys(SECTIONS) as Section[]).map((name) => (
            <li key={name}><NavLink to={`/administration/${name}`}>{t(`sections.${name}`)}</NavLink></li>
          ))}
        </ul>
      </nav>
      <div className={styles.body}>
        <h1>{t(`sections.${section}`)}</h1>
        <p className={styles.hint}>{t(`hints.${section}`)}</p>
        <ErrorBoundary resetBy={section}>
          <Suspense fallback={<Skeleton active />}><Shown key={section} /></Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}
