import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { label, money, number } from '../api/formats';
import { usePipelines } from '../api/settings';
import { useLanguage } from '../frame/language';
import { columnsOf, filterOf, type StageSum } from '../pipeline/board';
import { boardQuery } from '../pipeline/useBoard';
import { listOf } from './Figures';
import styles from './StartPage.module.css';

/** Where the sales stand: a bar for each stage. Four bars need no chart, so the first page loads none. */
export function Pipeline({ owner }: { owner: string | null }) {
  const { t } = useTranslation('start');
  const language = useLanguage();
  const pipelines = usePipelines();
  const pipeline = pipelines?.find(({ isDefault }) => isDefault) ?? pipelines?.[0];
  const view = { pipeline: pipeline?.key ?? 'default', owner: owner ?? '', q: '', sort: 'expectedClose' as const };
  const board = useQuery(boardQuery(view));
  const sums = new Map(board.data?.stages.map((sum) => [sum.stage, sum]));
  const byAmount = [...sums.values()].some(({ total }) => total && Number(total.amount) > 0);
  const lengthOf = (sum: StageSum | undefined) => (byAmount ? Number(sum?.total?.amount ?? 0) : sum?.count ?? 0);
  const longest = Math.max(1, ...[...sums.values()].map(lengthOf));
  const stages = columnsOf(pipeline, board.data?.stages).map((stage) => {
    const sum = sums.get(stage.key);
    return {
      share: (100 * lengthOf(sum)) / longest,
      key: stage.key,
      name: label(stage.label, language, stage.key),
      count: sum?.count ?? 0,
      stalled: sum?.stalled ?? 0,
      total: sum?.total,
      to: listOf({ kind: 'opportunity', filter: filterOf(view, stage.key) }),
    };
  });
  return (
    <section className={styles.card} aria-labelledby="start-pipeline">
      <h2 id="start-pipeline"><Link to={`/pipeline/board${owner ? `?owner=${encodeURIComponent(owner)}` : ''}`}>{t(owner ? 'pipeline.mine' : 'pipeline.all')}</Link></h2>
      <ul className={styles.stages}>
        {stages.map(({ key, name, count, stalled, total, share, to }) => (
          <li key={key}>
            <Link to={to}>{name}</Link>
            <span>{t('pipeline.of', { count, shown: number(count, language) })}{stalled > 0 && t('pipeline.stalled', { count: stalled })}</span>
            <span className={styles.amount}>{total && money(total, language)}</span>
            <span className={styles.bar} aria-hidden style={{ width: `${share}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
