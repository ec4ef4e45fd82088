import { createBrowserRouter, Navigate } from 'react-router';
import { useMe } from '../api/me';
import { Frame } from './Frame';
import { ROOMS } from './routes';
import { Unknown } from './Unknown';

export function makeRouter() {
  return createBrowserRouter([{
    path: '/',
    Component: Frame,
    HydrateFallback: () => null,
    children: [
      ...(ROOMS.some((room) => room.path === '') ? [] : [{ index: true, Component: FirstRoom }]),
      ...ROOMS.map((room) => ({
        ...(room.path === '' ? { index: true as const } : { path: room.path }),
        handle: room,
        lazy: async () => ({ Component: (await room.page()).default }),
      })),
      { path: '*', Component: Unknown },
    ],
  }]);
}

/** The first room that the role may enter. */
function FirstRoom() {
  const me = useMe();
  const first = ROOMS.find((room) => room.rail?.may(me)) ?? null;
  return first ? <Navigate to={`/${first.path}`} replace /> : <Unknown />;
}
