import { useEffect, useSyncExternalStore } from 'react';
import { storeOf, useStore } from '../api/store';
import { applyPalette, type Appearance } from './theme';

/** `system` follows the device. */
export type AppearanceChoice = Appearance | 'system';

const KEY = 'rapport.appearance';

const chosen = storeOf<AppearanceChoice>(kept());

function kept(): AppearanceChoice {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function chooseAppearance(choice: AppearanceChoice): void {
  localStorage.setItem(KEY, choice);
  chosen.set(choice);
}

export const useAppearanceChoice = () => useStore(chosen);

/** Whether a media query holds, now and whenever that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore((changed) => {
    const media = matchMedia(query);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, () => matchMedia(query).matches);
}

/** The appearance to show, made known to style sheets. */
export function useAppearance(): Appearance {
  const choice = useStore(chosen);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const appearance = choice === 'system' ? (dark ? 'dark' : 'light') : choice;
  useEffect(() => applyPalette(appearance), [appearance]);
  return appearance;
}

/** As wide as a phone: tables become cards, the rail becomes the bottom bar. */
export const usePhone = () => useMedia('(max-width: 767px)');

/** Fingers point here, not a mouse. */
export const useTouch = () => useMedia('(pointer: coarse)');
