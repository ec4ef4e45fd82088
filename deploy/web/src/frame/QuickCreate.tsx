import { App } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../api/me';
import { useStore } from '../api/store';
import type { RecordKind } from '../api/types';
import { creating, startCreating } from './creating';
import { isTyping } from './keys';

const CreateDialog = lazy(() => import('../record/CreateDialog'));

/** After `n`, the letter of the kind. */
const LETTERS: ReadonlyArray<{ kind: RecordKind; key: string }> = [
  { kind: 'customer', key: 'c' },
  { kind: 'contact', key: 'p' },
  { kind: 'opportunity', key: 'o' },
  { kind: 'order', key: 'd' },
  { kind: 'interaction', key: 'i' },
];

const PATIENCE_MS = 2_000;

/** What the role may enter. */
export function useCreatable() {
  const me = useMe();
  return LETTERS.filter(({ kind }) => may(me, kind, 'write'));
}

/** The form for a new record, and the keys that open it. */
export function QuickCreate() {
  const { t } = useTranslation(['frame', 'record']);
  const { message } = App.useApp();
  const creation = useStore(creating);
  const creatable = useCreatable();

  useEffect(() => {
    let since = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const chosen = since > Date.now() - PATIENCE_MS ? creatable.find(({ key }) => key === event.key) : undefined;
      if (chosen) {
        event.preventDefault();
        since = 0;
        message.destroy('create');
        startCreating(chosen.kind);
      } else if (event.key === 'n' && creatable.length > 0) {
        since = Date.now();
        const keys = creatable.map(({ kind, key }) => `${key} ${t(`record:kinds.${kind}`)}`).join(' · ');
        void message.open({ key: 'create', content: t('create.which', { keys }), duration: PATIENCE_MS / 1000 });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [creatable, message, t]);

  return creation && (
    <Suspense fallback={null}>
      <CreateDialog key={creation.kind} creation={creation} onClose={() => creating.set(null)} />
    </Suspense>
  );
}
