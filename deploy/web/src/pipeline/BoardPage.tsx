import {
  DndContext, DragOverlay, KeyboardSensor, MouseSensor, TouchSensor, pointerWithin, rectIntersection, useSensor, useSensors,
  type Announcements, type CollisionDetection, type DragEndEvent, type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { Skeleton } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { label, number } from '../api/formats';
import { useMe } from '../api/me';
import { usePipelines, useUsers } from '../api/settings';
import { usePhone } from '../frame/appearance';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { BoardBar } from './BoardBar';
import { CardFace } from './BoardCard';
import { BoardColumn, ClosingZone, type CardSetting } from './BoardColumn';
import { columnsOf, readBoard, type Card } from './board';
import { CloseDialog } from './CloseDialog';
import { OpportunityPanel } from './OpportunityPanel';
import { PipelineTabs } from './PipelineTabs';
import { useBoard, useMoves } from './useBoard';
import styles from './Board.module.css';

const CLOSINGS = ['won', 'lost'] as const;
type Closing = (typeof CLOSINGS)[number];
const isClosing = (target: string): target is Closing => target === 'won' || target === 'lost';

/** A pointer means what it is over; the keyboard moves the card itself onto a column. */
const collisions: CollisionDetection = (situation) =>
  situation.pointerCoordinates ? pointerWithin(situation) : rectIntersection(situation);

/** The pipeline as a board: what stands in which stage, what it comes to, and what is stuck. */
export default function BoardPage() {
  const { t } = useTranslation('pipeline');
  const language = useLanguage();
  const phone = usePhone();
  const me = useMe();
  const pipelines = usePipelines();
  const users = useUsers();
  const [parameters, setParameters] = useSearchParams();
  const view = useMemo(() => readBoard(parameters, pipelines, me.user, me.rights.opportunity?.write !== 'own'),
    [parameters, pipelines, me]);
  const board = useBoard(view);
  const pipeline = pipelines?.find(({ key }) => key === view.pipeline);
  const columns = useMemo(() => columnsOf(pipeline, board.data?.stages), [pipeline, board.data]);
  const [lifted, setLifted] = useState<Card | null>(null);
  const [closing, setClosing] = useState<{ card: Card; how: Closing } | null>(null);
  const [moved, setMoved] = useState<string | null>(null);

  const change = useCallback((changes: Record<string, string | null>) => setParameters((before) => {
    const next = new URLSearchParams(before);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next;
  }, { replace: true }), [setParameters]);

  const stageName = useCallback((key: string) =>
    label(pipeline?.stages.find((stage) => stage.key === key)?.label, language, key), [pipeline, language]);
  const targetName = useCallback((target: string) => (isClosing(target) ? t(target) : stageName(target)), [stageName, t]);
  const move = useMoves(view, stageName);
  const sums = useMemo(() => new Map(board.data?.stages.map((sum) => [sum.stage, sum])), [board.data]);

  const onMove = useCallback((card: Card, stage: string) => void move(card, { to: 'stage', stage }), [move]);
  const onClose = useCallback((card: Card, how: Closing) => setClosing({ card, how }), []);
  const cards = useMemo<CardSetting>(() => ({
    language, stages: pipeline?.stages ?? [], stageName, onMove, onClose,
    ownerName: (user) => (user === undefined ? undefined : users?.find(({ name }) => name === user)?.displayName ?? user),
    addressOf: (card) => {
      const next = new URLSearchParams(parameters);
      next.set('peek', card.id);
      return `/pipeline/board?${next}`;
    },
  }), [language, pipeline, stageName, onMove, onClose, users, parameters]);

  const targets = useMemo(() => [...columns.filter((stage) => !stage.retired).map(({ key }) => key), ...CLOSINGS], [columns]);
  const step = useCallback<KeyboardCoordinateGetter>((event, { context }) => {
    const by = event.code === 'ArrowRight' || event.code === 'ArrowDown' ? 1
      : event.code === 'ArrowLeft' || event.code === 'ArrowUp' ? -1 : 0;
    if (by === 0) return undefined;
    event.preventDefault();
    const from = String(context.over?.id ?? (context.active?.data.current as { card?: Card } | undefined)?.card?.stage);
    const to = targets[Math.min(targets.length - 1, Math.max(0, targets.indexOf(from) + by))]!;
    const place = context.droppableRects.get(to);
    return place && { x: place.left + 8, y: place.top + (isClosing(to) ? 0 : 8) };
  }, [targets]);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: step }),
  );

  const announcements = useMemo<Announcements>(() => {
    const nameOf = (active: { data: { current?: unknown } }) => (active.data.current as { card: Card }).card.name;
    return {
      onDragStart: ({ active }) => t('said.lifted', { name: nameOf(active) }),
      onDragOver: ({ active, over }) => over
        ? t('said.over', { name: nameOf(active), stage: targetName(String(over.id)) }) : t('said.nowhere', { name: nameOf(active) }),
      onDragEnd: ({ active, over }) => over
        ? t('said.dropped', { name: nameOf(active), stage: targetName(String(over.id)) }) : t('said.back', { name: nameOf(active) }),
      onDragCancel: ({ active }) => t('said.back', { name: nameOf(active) }),
    };
  }, [t, targetName]);

  const onDragEnd = ({ active, over, activatorEvent }: DragEndEvent) => {
    setLifted(null);
    const { card } = active.data.current as { card: Card };
    if (!over) return;
    const target = String(over.id);
    if (isClosing(target)) setClosing({ card, how: target });
    else {
      if (activatorEvent instanceof KeyboardEvent) setMoved(card.id);
      void move(card, { to: 'stage', stage: target });
    }
  };
  useFocusOn(moved, () => setMoved(null), board.dataUpdatedAt);

  const shownStage = columns.find(({ key }) => key === parameters.get('stage')) ?? columns[0];
  const peek = parameters.get('peek');
  return (
    <div className={styles.page}>
      <PipelineTabs at="board" />
      <BoardBar view={view} board={board.data} onChange={change} />
      {pipelines === undefined && !board.isError ? <Skeleton active className={styles.loading} />
        : board.isError && !board.data ? <Failure error={board.error} onRetry={() => void board.refetch()} />
          : phone ? (
            <>
              <nav className={styles.stages} aria-label={t('stages')}>
                {columns.map((stage) => (
                  <button key={stage.key} type="button" aria-pressed={stage.key === shownStage?.key}
                    onClick={() => change({ stage: stage.key })}>
                    {stageName(stage.key)} <b>{number(sums.get(stage.key)?.count ?? 0, language)}</b>
                  </button>
                ))}
              </nav>
              {shownStage && (
                <BoardColumn key={shownStage.key} view={view} stage={shownStage} sum={sums.get(shownStage.key)} draggable={false}
                  cards={cards} />
              )}
            </>
          ) : (
            <DndContext sensors={sensors} collisionDetection={collisions} onDragEnd={onDragEnd}
              onDragStart={({ active }) => setLifted((active.data.current as { card: Card }).card)}
              onDragCancel={() => setLifted(null)}
              accessibility={{ announcements, screenReaderInstructions: { draggable: t('said.how') } }}>
              <div className={styles.board}>
                {columns.map((stage) => (
                  <BoardColumn key={stage.key} view={view} stage={stage} sum={sums.get(stage.key)} draggable cards={cards} />
                ))}
              </div>
              <div className={styles.zones}>
                {CLOSINGS.map((how) => <ClosingZone key={how} how={how} lifted={lifted !== null} />)}
              </div>
              <DragOverlay dropAnimation={null}>
                {lifted && (
                  <div className={`${styles.card} ${styles.dragged}`} aria-hidden inert>
                    <CardFace {...cards} card={lifted} owner={cards.ownerName(lifted.owner)} to="" />
                  </div>
                )}
              </DragOverlay>
            </DndContext>
          )}
      {closing && (
        <CloseDialog {...closing} onClose={() => setClosing(null)} onDone={(chosen) => move(closing.card, chosen)} />
      )}
      {peek && <OpportunityPanel id={peek} onClose={() => change({ peek: null })} onMove={(card, chosen) => move(card, chosen)} />}
    </div>
  );
}

/** Puts the focus back on the handle of the card that the keyboard has moved into another column. */
function useFocusOn(id: string | null, done: () => void, changed: number): void {
  useEffect(() => {
    if (id === null) return undefined;
    const waiting = setTimeout(() => {
      const handle = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
      if (handle) handle.focus();
      done();
    }, 100);
    return () => clearTimeout(waiting);
  }, [id, changed]);
}
