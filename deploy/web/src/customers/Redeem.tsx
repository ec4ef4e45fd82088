import { useQueryClient } from '@tanstack/react-query';
import { App, Input, InputNumber, Modal } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, post } from '../api/client';
import { number } from '../api/formats';
import { Problem } from '../api/problem';
import { recordPath } from '../api/records';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';
import styles from './Cards.module.css';

/** Gives points away for a reward; no more than there are. */
export default function Redeem({ customerId, balance, onClose }: { customerId: string; balance: number; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'record']);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const reasonOf = useReason();
  const [points, setPoints] = useState<number | null>(null);
  const [reward, setReward] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // The same points are not taken twice, however often it is sent.
  const once = useRef({ body: '', key: newKey() });
  const id = useId();
  const submit = async () => {
    if (points === null || points < 1 || points > balance) return setWrong(t('customers:redeem.wrong', { balance: number(balance, language) }));
    const body = { points, reward: reward.trim() || undefined };
    const text = JSON.stringify(body);
    if (once.current.body !== text) once.current = { body: text, key: newKey() };
    setSending(true);
    setWrong(null);
    try {
      await post(`${recordPath('customer', customerId)}/loyalty/redemptions`, body, { idempotencyKey: once.current.key });
      await client.invalidateQueries({ queryKey: ['record', 'customer', customerId] });
      message.success(t('customers:redeem.done', { points: number(points, language) }));
      onClose();
    } catch (failed) {
      setWrong(failed instanceof Problem && failed.document.errors?.[0] ? failed.document.errors[0].message : reasonOf(failed));
      setSending(false);
    }
  };
  return (
    <Modal open title={t('customers:redeem.title')} okText={t('customers:redeem.action')} cancelText={t('record:cancel')} confirmLoading={sending} width={420}
      onOk={() => void submit()} onCancel={onClose} destroyOnHidden>
      <form className={styles.form} onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}>
        <label htmlFor={`${id}-points`}>{t('customers:redeem.points')}</label>
        <InputNumber id={`${id}-points`} autoFocus value={points} min={1} precision={0} style={{ width: '100%' }} status={wrong ? 'error' : undefined}
          aria-describedby={`${id}-balance`} onChange={setPoints} />
        <span id={`${id}-balance`} className={styles.muted}>{t('customers:redeem.balance', { balance: number(balance, language) })}</span>
        <label htmlFor={`${id}-reward`}>{t('customers:redeem.reward')}</label>
        <Input id={`${id}-reward`} value={reward} maxLength={200} placeholder={t('customers:redeem.example')} onChange={(event) => setReward(event.target.value)} />
        {wrong && <div role="alert" style={{ color: 'var(--rapport-danger)' }}>{wrong}</div>}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Modal>
  );
}
