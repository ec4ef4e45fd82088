import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { FieldEditor } from '../record/FieldEditor';
import { fieldOf } from '../record/kind';
import type { Money } from '../api/types';
import type { Card } from './board';
import { opportunity } from './opportunity';
import type { Move } from './useBoard';

const LONGEST_REASON = 500;

interface Facets {
  facets: { closeReason?: Array<{ value: string; count: number }> };
}

/** Asks for the one fact that closing needs: what it was sold for, or why it was lost. */
export function CloseDialog({ card, how, onDone, onCancel }:
  { card: Card; how: 'won' | 'lost'; onDone: (step: Move) => void; onCancel: () => void }) {
  const { t } = useTranslation('pipeline');
  const [reason, setReason] = useState('');
  const [amount, setAmount] = useState<unknown>(card.amount ?? null);
  const [tried, setTried] = useState(false);
  const hidden = card.access?.hidden?.includes('amount') || card.access?.masked?.includes('amount');
  const reasons = useQuery({
    queryKey: ['close-reasons'],
    enabled: how === 'lost',
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => get<Facets>('/api/opportunities/facets', { fields: 'closeReason', filter: "status eq 'LOST'" }, signal),
  });
  const wrong = how === 'lost' ? reason.trim() === '' : !hidden && amount !== null && !isAmount(amount);
  const submit = () => {
    setTried(true);
    if (wrong) return;
    onDone(how === 'lost' ? { to: 'lost', reason: reason.trim() } : { to: 'won', amount: (amount as Money | null) ?? undefined });
  };
  return (
    <Modal open title={t(how === 'won' ? 'winTitle' : 'loseTitle', { name: card.name })} onCancel={onCancel} onOk={submit}
      okText={t(how === 'won' ? 'markWon' : 'markLost')} destroyOnHidden>
      <Form layout="vertical" onFinish={submit}>
        {how === 'lost' ? (
          <Form.Item label={t('whyLost')} htmlFor="close-reason" required validateStatus={tried && wrong ? 'error' : undefined}
            help={tried && wrong ? t('reasonNeeded') : undefined}>
            {/* What has been typed in full is not offered: it would only lie over the button. */}
            <AutoComplete id="close-reason" autoFocus value={reason} maxLength={LONGEST_REASON} onChange={setReason}
              options={(reasons.data?.facets.closeReason ?? []).map(({ value }) => ({ value, label: value }))}
              showSearch={{ filterOption: (typed, option) => option?.value !== typed && String(option?.value).includes(typed) }} />
          </Form.Item>
        ) : hidden ? <p>{t('winSure')}</p> : (
          <Form.Item label={t('soldFor')} htmlFor="close-amount" validateStatus={tried && wrong ? 'error' : undefined}
            help={tried && wrong ? t('amountWrong') : undefined}>
            <FieldEditor id="close-amount" autoFocus field={fieldOf(opportunity, 'amount')!} label={t('soldFor')} value={amount}
              onChange={setAmount} invalid={tried && wrong} />
          </Form.Item>
        )}
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
}

function isAmount(value: unknown): boolean {
  return /^\d+(\.\d+)?$/.test(String((value as Money).amount));
}
