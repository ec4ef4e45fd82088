import { Button, Input, Modal, type InputRef } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ReasonDialogProperties {
  title: string;
  /** What will happen. */
  hint?: string;
  label?: string;
  action: string;
  required?: boolean;
  danger?: boolean;
  /** Reasons often given, one click each. */
  usual?: readonly string[];
  /** What else is asked for, above the reason; it has the focus then. */
  children?: ReactNode;
  /** Answers whether it was done; what was typed stays otherwise. */
  onSubmit: (reason: string) => Promise<boolean>;
  onClose: () => void;
}

/** Asks why before something is done. */
export function ReasonDialog({ title, hint, label, action, required, danger, usual = [], children, onSubmit, onClose }: ReasonDialogProperties) {
  const { t } = useTranslation('record');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const input = useRef<InputRef>(null);
  const id = useId();
  const missing = required && asked && !reason.trim();
  const submit = async () => {
    setAsked(true);
    if (required && !reason.trim()) return input.current?.focus();
    setSending(true);
    if (await onSubmit(reason.trim())) onClose();
    else setSending(false);
  };
  return (
    <Modal open title={title} okText={action} okButtonProps={{ danger }} cancelText={t('cancel')} confirmLoading={sending}
      onOk={() => void submit()} onCancel={onClose} mask={{ closable: !reason }} width={480}
      afterOpenChange={(open) => open && !children && input.current?.focus()}>
      <form onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}>
        {hint && <p>{hint}</p>}
        {children}
        <label htmlFor={id}>{label ?? t(required ? 'reason.required' : 'reason.optional')}</label>
        <Input ref={input} id={id} value={reason} maxLength={500} aria-required={required} aria-invalid={missing || undefined}
          status={missing ? 'error' : undefined} aria-describedby={missing ? `${id}-error` : undefined}
          onChange={(event) => setReason(event.target.value)} />
        {missing && <div id={`${id}-error`} role="alert" style={{ color: 'var(--rapport-danger)' }}>{t('reason.missing')}</div>}
        {usual.length > 0 && (
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, paddingBlockStart: 8 }}>
            {usual.map((text) => <Button key={text} size="small" onClick={() => setReason(text)}>{text}</Button>)}
          </div>
        )}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Modal>
  );
}
