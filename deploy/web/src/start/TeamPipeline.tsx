import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { label, money, number } from '../api/formats';
import { usePipelines, useUsers } from '../api/settings';
import { useLanguage } from '../frame/language';
import { addDecimals, columnsOf, filterOf, type StageSum } from '../pipeline/board';
import { Chart } from './Chart';
import { listOf } from './Figures';
import { useBoards, useFacet } from './useFigures';
import styles from './StartPage.module.css';

/** So many people are shown, those with the most sales. */
const MOST = 8;

/** Who has what in the pipeline: a bar for each person, a part of it for each stage. */
export default function TeamPipeline() {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const users = useUsers();
  const pipelines = usePipelines();
  const pipeline = pipelines?.find(({ isDefault }) => isDefault) ?? pipelines?.[0];
  const key = pipeline?.key ?? 'default';
  const found = useFacet('opportunity', 'owner', `status eq 'OPEN' and pipeline eq '${key}'`);
  const owners = useMemo(() => (found.data ?? []).slice(0, MOST).map(({ value }) => value), [found.data]);
  const boards = useBoards(key, owners);
  const people = owners.map((owner, at) => ({
    owner,
    name: users?.find(({ name }) => name === owner)?.displayName ?? owner,
    stages: boards[at]?.data?.stages ?? [],
  }));
  const stages = columnsOf(pipeline, undefined);
  const byAmount = people.some((person) => person.stages.some(({ total }) => total));
  const of = (sums: readonly StageSum[], stage: string) => sums.find((sum) => sum.stage === stage);
  const series = stages.map((stage) => ({
    name: label(stage.label, language, stage.key),
    values: people.map((person) => (byAmount ? Number(of(person.stages, stage.key)?.total?.amount ?? 0) : of(person.stages, stage.key)?.count ?? 0)),
    texts: people.map((person) => {
      const sum = of(person.stages, stage.key);
      return `${t('pipeline.of', { count: sum?.count ?? 0, shown: number(sum?.count ?? 0, language) })}${sum?.total ? ` · ${money(sum.total, language)}` : ''}`;
    }),
    to: people.map((person) => listOf({ kind: 'opportunity', filter: filterOf({ pipeline: key, owner: person.owner }, stage.key) })),
  }));
  const drawn = useMemo(() => ({ bars: people.map(({ name }) => name), series }), [JSON.stringify([people, series])]);
  if (found.data?.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="start-team">
      <h2 id="start-team">{t('team.title')}</h2>
      <Chart {...drawn} />
      <ul className={styles.legend}>
        {people.map((person) => {
          const total = totalOf(person.stages);
          const count = person.stages.reduce((all, sum) => all + sum.count, 0);
          const stalled = person.stages.reduce((all, sum) => all + sum.stalled, 0);
          return (
            <li key={person.owner}>
              <Link to={`/pipeline/board?owner=${encodeURIComponent(person.owner)}`}>{person.name}</Link>
              <span>{t('pipeline.of', { count, shown: number(count, language) })}{stalled > 0 && t('pipeline.stalled', { count: stalled })}</span>
              <span className={styles.amount}>{total && money(total, language)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function totalOf(sums: readonly StageSum[]) {
  const totals = sums.flatMap(({ total }) => total ?? []);
  return totals.length === 0 ? undefined
    : totals.reduce((all, one) => ({ amount: addDecimals(all.amount, one.amount), currency: all.currency }));
}
