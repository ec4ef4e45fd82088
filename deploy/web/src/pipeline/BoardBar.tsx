import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { label, money, number } from '../api/formats';
import { useMe } from '../api/me';
import { usePipelines, useUsers } from '../api/settings';
import { useLanguage } from '../frame/language';
import { addDecimals, SORTS, type BoardAnswer, type BoardView } from './board';
import styles from './Board.module.css';

const TYPED_MS = 250;

/** What the board shows, and what all of it comes to. */
export function BoardBar({ view, board, onChange }:
  { view: BoardView; board: BoardAnswer | undefined; onChange: (changes: Record<string, string | null>) => void }) {
  const { t } = useTranslation('pipeline');
  const language = useLanguage();
  const me = useMe();
  const users = useUsers();
  const pipelines = usePipelines();
  const [typed, setTyped] = useState(view.q);
  // Chinese is composed of letters that nobody wants to search for.
  const [composing, setComposing] = useState(false);

  const sent = useRef(view.q);
  useEffect(() => {
    // Changed elsewhere: by going back, say.
    if (view.q !== sent.current) setTyped(view.q);
    sent.current = view.q;
  }, [view.q]);
  useEffect(() => {
    if (composing || typed === view.q) return undefined;
    const pause = setTimeout(() => {
      sent.current = typed;
      onChange({ q: typed || null });
    }, TYPED_MS);
    return () => clearTimeout(pause);
  }, [typed, composing, view.q, onChange]);

  const others = (users ?? []).filter((user) => user.active && user.name !== me.user)
    .map((user) => ({ value: user.name, label: user.displayName ?? user.name }));
  const owners = [{ value: '', label: t('everybody') }, { value: me.user, label: t('mine') }, ...others];
  if (view.owner && !owners.some(({ value }) => value === view.owner)) owners.push({ value: view.owner, label: view.owner });
  const count = board?.stages.reduce((all, stage) => all + stage.count, 0) ?? 0;
  const total = sumOf(board, 'total');
  const weighted = sumOf(board, 'weightedTotal');
  return (
    <div className={styles.bar} role="search">
      <input type="search" className={styles.search} maxLength={200} value={typed} placeholder={t('search')} aria-label={t('search')}
        onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}
        onChange={(event) => setTyped(event.target.value)} />
      <Select aria-label={t('owner')} value={view.owner} options={owners} popupMatchSelectWidth={false} className={styles.choice}
        showSearch={{ optionFilterProp: 'label' }} onChange={(owner) => onChange({ owner })} />
      {(pipelines?.length ?? 0) > 1 && (
        <Select aria-label={t('pipeline')} value={view.pipeline} popupMatchSelectWidth={false} className={styles.choice}
          options={pipelines!.map((one) => ({ value: one.key, label: label(one.label, language, one.key) }))}
          onChange={(pipeline) => onChange({ pipeline, stage: null })} />
      )}
      <Select aria-label={t('sort')} value={view.sort} popupMatchSelectWidth={false} className={styles.choice}
        options={SORTS.map((sort) => ({ value: sort, label: t(`sorts.${sort.replace('-', '') as 'amount'}`) }))}
        onChange={(sort) => onChange({ sort })} />
      <span className={styles.totals} aria-live="polite">
        {t('count', { count, shown: number(count, language) })}
        {total && <> · <b>{money(total, language)}</b></>}
        {weighted && <> · {t('weighted')} {money(weighted, language)}</>}
      </span>
    </div>
  );
}

/** Stages come in one base currency. */
function sumOf(board: BoardAnswer | undefined, which: 'total' | 'weightedTotal') {
  const amounts = (board?.stages ?? []).flatMap((stage) => stage[which] ?? []);
  return amounts.length === 0 ? undefined : amounts.reduce((all, one) => all.currency === one.currency
    ? { amount: addDecimals(all.amount, one.amount), currency: all.currency } : all);
}
