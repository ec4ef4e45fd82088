import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { Money } from '../api/types';
import { FieldEditor } from '../record/FieldEditor';
import { fieldOf } from '../record/kind';
import { ReasonDialog } from '../record/ReasonDialog';
import type { Card } from './board';
import { opportunity } from './opportunity';
import type { Move } from './useBoard';

const MOST_USUAL = 5;
const WON = ['fit', 'price', 'trust'] as const;
const LOST = ['price', 'competitor', 'budget', 'silent'] as const;

interface Facets {
  facets: { closeReason?: Array<{ value: string; count: number }> };
}

/** Asks for the one fact that closing needs: what it was sold for, or why it was lost. */
export function CloseDialog({ card, how, onDone, onClose }:
  { card: Card; how: 'won' | 'lost'; onDone: (step: Move) => Promise<boolean>; onClose: () => void }) {
  const { t } = useTranslation('pipeline');
  const id = useId();
  const [amount, setAmount] = useState<Money | null>(card.amount ?? null);
  const [tried, setTried] = useState(false);
  const given = useQuery({
    queryKey: ['close-reasons'],
    enabled: how === 'lost',
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => get<Facets>('/api/opportunities/facets', { fields: 'closeReason', filter: "status eq 'LOST'" }, signal),
  }).data?.facets.closeReason ?? [];
  const suggested = how === 'lost' ? LOST.map((key) => t(`usualLost.${key}`)) : WON.map((key) => t(`usualWon.${key}`));
  const usual = [...new Set([...given.map(({ value }) => value), ...suggested])].slice(0, MOST_USUAL);
  if (how === 'lost') {
    return (
      <ReasonDialog title={t('loseTitle', { name: shortened(card) })} label={t('whyLost')} action={t('markLost')} required usual={usual}
        onSubmit={(reason) => onDone({ to: 'lost', reason })} onClose={onClose} />
    );
  }
  const hidden = card.access?.hidden?.includes('amount') || card.access?.masked?.includes('amount');
  const wrong = !hidden && amount !== null && !/^\d+(\.\d+)?$/.test(amount.amount);
  return (
    <ReasonDialog title={t('winTitle', { name: shortened(card) })} label={t('whyWon')} action={t('markWon')} usual={usual} onClose={onClose}
      onSubmit={async (reason) => {
        setTried(true);
        return !wrong && onDone({ to: 'won', amount: amount ?? undefined, reason: reason || undefined });
      }}>
      {!hidden && (
        <div style={{ marginBlockEnd: 12 }}>
          <label htmlFor={id}>{t('soldFor')}</label>
          <FieldEditor id={id} autoFocus field={fieldOf(opportunity, 'amount')!} label={t('soldFor')} value={amount}
            onChange={(value) => setAmount(value as Money | null)} invalid={tried && wrong} describedBy={tried && wrong ? `${id}-error` : undefined} />
          {tried && wrong && <div id={`${id}-error`} role="alert" style={{ color: 'var(--rapport-danger)' }}>{t('amountWrong')}</div>}
        </div>
      )}
    </ReasonDialog>
  );
}

const shortened = ({ name }: Card) => name.slice(0, 60);
