import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put, read, remove } from '../api/client';
import { Problem, Unreachable } from '../api/problem';

/** A setting as it stands; its version is null where nobody has changed what the platform ships. */
export interface Setting<T> {
  body: T;
  version: number | null;
}

/** Reads the newest version for an editor; undefined makes a new one. */
export async function loadSetting<T>(path: string): Promise<Setting<T>> {
  const { body, version } = await read<T>(path);
  return { body, version };
}

export interface Failed {
  message: string;
  /** Somebody else has saved it since it was read. */
  outdated: boolean;
  /** Names of fields and what is wrong with them. */
  fields: ReadonlyArray<{ field: string; message: string }>;
}

/** Does something and says what went wrong; afterwards everything below these keys is read again. */
export function useDoing(...keys: readonly QueryKey[]) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation(['administration', 'frame', 'record']);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);

  async function run(work: () => Promise<unknown>, said: string = t('record:saved')): Promise<boolean> {
    setBusy(true);
    setFailed(null);
    try {
      await work();
      void message.success(said);
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
      return true;
    } catch (error) {
      const outdated = error instanceof Problem && (error.status === 412 || error.status === 428);
      setFailed({
        outdated,
        message: error instanceof Unreachable ? t('frame:failure.offlineHint')
          : outdated ? t('administration:outdated') : error instanceof Problem ? error.message : t('frame:failure.fault'),
        fields: error instanceof Problem ? error.document.errors ?? [] : [],
      });
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {
    busy, failed, run, forget: () => setFailed(null),
    save: (path: string, body: object, version: number | null) => run(() => put(path, body, { version })),
    remove: (path: string, version: number | null, said: string) => run(() => remove(path, { version }), said),
  };
}
