import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/client';
import { recordPath } from '../api/records';
import type { AnyRecord, RecordKind } from '../api/types';
import { useReason } from '../frame/useReason';
import { readAgain } from './saving';

export interface Step {
  /** Below the record's address: `approve`; the record itself where it is left out, with `DELETE`. */
  path?: string;
  /** What is sent instead, where it is more than one request. */
  send?: () => Promise<unknown>;
  body?: object;
  /** Why, for the history. */
  reason?: string;
  /** What to say when it is done. */
  done: string;
}

/**
 * Does something to a record that is no change of its fields: archives it, approves it, moves it on.
 *
 * @returns a function that answers whether it was done; what failed is told
 */
export function useAct(kind: RecordKind): (record: AnyRecord, step: Step) => Promise<boolean> {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation('record');
  const why = useReason();
  return useCallback(async (record, { path, send, body, reason, done }) => {
    try {
      if (send) await send();
      else if (path) await post(`${recordPath(kind, record.id)}/${path}`, body, { version: record.version, reason });
      else await remove(recordPath(kind, record.id), { version: record.version, reason });
      message.success(done);
      return true;
    } catch (failed) {
      message.error(t('notDone', { reason: why(failed) }), 6);
      return false;
    } finally {
      readAgain(client, kind, record.id);
    }
  }, [client, kind, message, t, why]);
}
