import { ClockCircleOutlined, EllipsisOutlined, HolderOutlined, UserOutlined, WarningOutlined } from '@ant-design/icons';
import { useDraggable } from '@dnd-kit/core';
import { Button, Dropdown, type MenuProps } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day, money, type Language } from '../api/formats';
import type { PipelineStage } from '../api/types';
import { daysInStage, daysUntil, type Card } from './board';
import styles from './Board.module.css';

export interface CardProperties {
  card: Card;
  customer?: string;
  owner?: string;
  language: Language;
  /** Opens the card; an address, so that it opens in a new window too. */
  to: string;
  /** Stages that it may go to from the menu. */
  stages: readonly PipelineStage[];
  stageName: (key: string) => string;
  onMove: (card: Card, to: string) => void;
  /** Goes off the board: `won` or `lost`. */
  onClose: (card: Card, how: 'won' | 'lost') => void;
}

/** A card that is dragged by its whole face, or by its handle with the keyboard. */
export const DraggableCard = memo(function DraggableCard(properties: CardProperties) {
  const { t } = useTranslation('pipeline');
  const { card } = properties;
  const fixed = card.access?.write === false;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: card.id, data: { card }, disabled: fixed, attributes: { roleDescription: t('draggable') },
  });
  return (
    <li ref={setNodeRef} className={isDragging ? `${styles.card} ${styles.lifted}` : styles.card} {...listeners}>
      <CardFace {...properties} handle={fixed ? null : (
        <button type="button" ref={setActivatorNodeRef} {...attributes} className={styles.handle} data-card={card.id}
          aria-label={t('move', { name: card.name })}>
          <HolderOutlined aria-hidden />
        </button>
      )} />
    </li>
  );
});

/** On a phone: no dragging, the menu moves it. */
export function StillCard(properties: CardProperties) {
  return <li className={styles.card}><CardFace {...properties} /></li>;
}

/** What a card says; also what follows the pointer while it is dragged. */
export function CardFace({ card, customer, owner, language, to, stages, stageName, onMove, onClose, handle }:
  CardProperties & { handle?: React.ReactNode }) {
  const { t } = useTranslation(['pipeline', 'record']);
  const days = daysInStage(card);
  const left = card.expectedClose ? daysUntil(card.expectedClose) : null;
  const hidden = card.access?.hidden?.includes('amount');
  const menu: MenuProps['items'] = [
    ...stages.filter((stage) => !stage.retired && stage.key !== card.stage).map((stage) => ({
      key: stage.key, label: t('pipeline:moveTo', { stage: stageName(stage.key) }), onClick: () => onMove(card, stage.key),
    })),
    { type: 'divider' as const },
    { key: 'won', label: t('pipeline:markWon'), onClick: () => onClose(card, 'won') },
    { key: 'lost', label: t('pipeline:markLost'), onClick: () => onClose(card, 'lost') },
  ];
  return (
    <>
      <div className={styles.top}>
        {handle}
        <Link to={to} className={styles.name} draggable={false}>{card.name}</Link>
        {card.access?.write !== false && (
          <Dropdown trigger={['click']} menu={{ items: menu }}>
            <Button type="text" size="small" icon={<EllipsisOutlined aria-hidden />} aria-label={t('pipeline:actions', { name: card.name })}
              onMouseDown={(event) => event.stopPropagation()} />
          </Dropdown>
        )}
      </div>
      {customer && <div className={styles.customer}>{customer}</div>}
      <div className={styles.amount}>
        {hidden ? <span className={styles.muted}>{t('record:hidden')}</span>
          : card.amount ? money(card.amount, language) : <span className={styles.muted}>{t('pipeline:noAmount')}</span>}
      </div>
      <div className={styles.facts}>
        {card.stalled
          ? <span className={styles.stalled}><WarningOutlined aria-hidden /> {t('pipeline:stalledFor', { count: days ?? 0 })}</span>
          : days !== null && <span title={t('pipeline:inStage', { count: days })}><ClockCircleOutlined aria-hidden /> {t('pipeline:days', { count: days })}</span>}
        {left !== null && (
          <span className={left < 0 ? styles.overdue : undefined}>
            {left < 0 ? <><WarningOutlined aria-hidden /> {t('pipeline:overdue', { count: -left })}</>
              : t('pipeline:closes', { day: day(card.expectedClose!, language) })}
          </span>
        )}
        <span className={styles.owner}><UserOutlined aria-hidden /> {owner ?? t('record:nobody')}</span>
      </div>
    </>
  );
}
