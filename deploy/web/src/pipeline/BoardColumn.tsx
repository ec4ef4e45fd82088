import { WarningOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { money, number, type Language } from '../api/formats';
import { useNames } from '../api/records';
import type { PipelineStage } from '../api/types';
import { Failure } from '../frame/Failure';
import { filterOf, type BoardView, type Card, type StageSum } from './board';
import { DraggableCard, StillCard, type CardProperties } from './BoardCard';
import { columnQuery } from './useBoard';
import styles from './Board.module.css';

export type CardSetting = Omit<CardProperties, 'card' | 'customer' | 'owner' | 'to'> & {
  ownerName: (user: string | undefined) => string | undefined;
  addressOf: (card: Card) => string;
};

export interface ColumnProperties {
  view: BoardView;
  stage: PipelineStage;
  sum: StageSum | undefined;
  /** Cards are moved by dragging; false on a phone. */
  draggable: boolean;
  cards: CardSetting;
}

/** A stage with its count, its sum and its cards, loaded as they are scrolled to. */
export function BoardColumn({ view, stage, sum, draggable, cards }: ColumnProperties) {
  const { t } = useTranslation('pipeline');
  const { setNodeRef, isOver } = useDroppable({ id: stage.key, disabled: !draggable || stage.retired });
  const found = useInfiniteQuery(columnQuery(view, stage.key));
  const items = useMemo(() => (found.data?.pages.flatMap((page) => page.items) ?? []) as Card[], [found.data]);
  const names = useNames('customer', useMemo(() => items.map((card) => card.customerId).filter((id) => id !== undefined), [items]));
  const scrolled = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const CardKind = draggable ? DraggableCard : StillCard;

  useEffect(() => {
    if (!hasNextPage || !end.current) return undefined;
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting && !isFetchingNextPage) void fetchNextPage();
    }, { root: scrolled.current, rootMargin: '400px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const { ownerName, addressOf, ...setting } = cards;
  const name = setting.stageName(stage.key);
  return (
    <section ref={setNodeRef} className={isOver ? `${styles.column} ${styles.over}` : styles.column}
      aria-label={t('column', { stage: name, count: sum?.count ?? 0 })}>
      <ColumnHead view={view} stage={stage} sum={sum} name={name} language={setting.language} />
      {/* Scrolled with the keyboard too. */}
      <div className={styles.cards} ref={scrolled} tabIndex={0} role="group" aria-label={name}>
        {found.isPending ? <Skeleton active title={false} paragraph={{ rows: 4 }} />
          : found.isError && items.length === 0 ? <Failure error={found.error} onRetry={() => void found.refetch()} />
            : items.length === 0 ? <p className={styles.empty}>{t('empty')}</p>
              : (
                <ul>
                  {items.map((card) => (
                    <CardKind key={card.id} {...setting} card={card} customer={card.customerId && names.get(card.customerId)}
                      owner={ownerName(card.owner)} to={addressOf(card)} />
                  ))}
                </ul>
              )}
        <div ref={end} />
        {hasNextPage && (
          <Button block type="text" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>
        )}
      </div>
    </section>
  );
}

function ColumnHead({ view, stage, sum, name, language }:
  { view: BoardView; stage: PipelineStage; sum: StageSum | undefined; name: string; language: Language }) {
  const { t } = useTranslation('pipeline');
  const list = `/pipeline?filter=${encodeURIComponent(filterOf(view, stage.key))}${view.q ? `&q=${encodeURIComponent(view.q)}` : ''}`;
  return (
    <header className={styles.head}>
      <h2>
        <Link to={list}>{name}</Link>
        {stage.retired && <span className={styles.muted}> {t('retired')}</span>}
      </h2>
      <span className={styles.count}>{number(sum?.count ?? 0, language)}</span>
      <div className={styles.sums}>
        <span>{sum?.total ? money(sum.total, language) : ' '}</span>
        {(sum?.stalled ?? 0) > 0 && (
          <span className={styles.stalled}><WarningOutlined aria-hidden /> {t('stalledCount', { count: sum!.stalled })}</span>
        )}
      </div>
      {(sum?.unconverted?.length ?? 0) > 0 && (
        <div className={styles.muted}>{t('unconverted', { amounts: sum!.unconverted!.map((amount) => money(amount, language)).join('、') })}</div>
      )}
    </header>
  );
}

/** Where a card is dropped to take it off the board. */
export function ClosingZone({ how, lifted }: { how: 'won' | 'lost'; lifted: boolean }) {
  const { t } = useTranslation('pipeline');
  const { setNodeRef, isOver } = useDroppable({ id: how });
  const classes = [styles.zone, styles[how], lifted && styles.shown, isOver && styles.over].filter(Boolean).join(' ');
  return <div ref={setNodeRef} className={classes} aria-hidden={!lifted}>{t(how === 'won' ? 'dropWon' : 'dropLost')}</div>;
}
