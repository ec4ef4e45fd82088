import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useMatches } from 'react-router';
import { usePhone } from './appearance';
import { BottomBar } from './BottomBar';
import { ConnectionBanner } from './ConnectionBanner';
import { ErrorBoundary } from './ErrorBoundary';
import { QuickCreate } from './QuickCreate';
import { Rail } from './Rail';
import type { Room } from './rooms';
import { SearchEntry } from './SearchEntry';
import { TopBar } from './TopBar';
import styles from './Frame.module.css';

/** Rail, top bar and the room that the address names. */
export function Frame() {
  const { t } = useTranslation();
  const phone = usePhone();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const room = useMatches().map((match) => match.handle as Room | undefined).findLast(Boolean);

  useEffect(() => {
    document.title = room ? `${t(`rooms.${room.name}`)} · Rapport` : 'Rapport';
  }, [room, t]);
  useFocusOnNavigation(main, pathname);

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main" onClick={(event) => {
        event.preventDefault();
        main.current?.focus();
      }}>{t('skip')}</a>
      {!phone && <Rail />}
      <div className={styles.column}>
        <TopBar />
        <ConnectionBanner />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <ErrorBoundary resetBy={pathname}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
        {phone && <BottomBar />}
      </div>
      <QuickCreate />
      <SearchEntry />
    </div>
  );
}

/** Readers of screens hear that another room is there; the first one is where the browser has put them. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>, pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) {
      before.current = pathname;
      main.current?.focus({ preventScroll: true });
    }
  }, [main, pathname]);
}
