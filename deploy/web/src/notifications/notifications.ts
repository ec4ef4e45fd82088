import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import type { RecordKind } from '../api/types';

/** Something that this user is told; what the record is called is asked for when it is shown. */
export interface Notification {
  id: number;
  kind: 'TASK_ASSIGNED' | 'TASK_DUE';
  recordKind: RecordKind;
  recordId: string;
  actor?: string;
  toldAt: string;
  read: boolean;
}

export interface Notifications {
  items: Notification[];
  unread: number;
}

const SHOWN = 30;
/** Where the stream does not come through. */
const POLL_MS = 60_000;

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  staleTime: 0,
  refetchInterval: POLL_MS,
  queryFn: ({ signal }) => get<Notifications>('/api/notifications', { size: SHOWN }, signal),
});

/**
 * Listens to what is new. The browser comes back by itself after a break, and is then told what it missed; where it
 * gives up, because a sign-in ended say, it is tried again.
 *
 * @returns ends it
 */
export function listen(onNotification: () => void, retryMs = 30_000): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    source = new EventSource('/api/notifications/stream');
    source.addEventListener('notification', onNotification);
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(timer);
        timer = setTimeout(connect, retryMs);
      }
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
