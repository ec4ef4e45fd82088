import { EllipsisOutlined, TeamOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { patch, post, remove } from '../api/client';
import { useMe } from '../api/me';
import type { SavedView } from '../api/types';
import { MenuButton } from '../frame/MenuButton';
import { useReason } from '../frame/useReason';
import type { BuiltInView, KindDescription } from '../record/kind';
import type { ListState } from './address';
import styles from './ViewTabs.module.css';

const ViewName = lazy(() => import('./ViewName'));

export interface ViewTabsProperties {
  description: KindDescription;
  views: readonly (BuiltInView | SavedView)[];
  state: ListState;
  /** Whether the list shows something else than the view that is marked. */
  changed: boolean;
  addressOf: (view: BuiltInView | SavedView) => string;
  onChoose: (id: string) => void;
  onReset: () => void;
}

/** Views as tabs, which are links; what was changed can be kept as a view of one's own or of everybody. */
export function ViewTabs({ description, views, state, changed, addressOf, onChoose, onReset }: ViewTabsProperties) {
  const { t } = useTranslation('list');
  const me = useMe();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [naming, setNaming] = useState(false);
  const reasonOf = useReason();
  const mayShare = me.roles.some((role) => ['administrator', 'admin', 'manager'].includes(role.toLowerCase()));
  const active = views.find(({ id }) => id === state.view);
  const saved = active && 'recordKind' in active ? active : null;
  const mine = saved && (saved.owner === me.user || (saved.shared && mayShare)) ? saved : null;
  const contents = {
    recordKind: description.kind, q: state.q || null, filter: state.filter || null, columns: state.columns, sort: state.sort,
  };
  const done = async (words: 'views.saved' | 'views.removed', chosen: string) => {
    await client.invalidateQueries({ queryKey: ['views', description.kind] });
    onChoose(chosen);
    void message.success(t(words));
  };
  const update = () => patch(`/api/views/${mine!.id}`, contents, { version: mine!.version })
    .then(() => done('views.saved', mine!.id)).catch((failed: unknown) => void message.error(reasonOf(failed)));
  const ask = () => modal.confirm({
    title: t('views.remove', { name: mine!.name }),
    content: mine!.shared ? t('views.removeAsk') : undefined,
    onOk: () => remove(`/api/views/${mine!.id}`, { version: mine!.version })
      .then(() => done('views.removed', views[0]!.id)).catch((failed: unknown) => void message.error(reasonOf(failed))),
  });

  return (
    <div className={styles.tabs}>
      <nav aria-label={t('views.label')} className={styles.views}>
        {views.map((view) => {
          const custom = 'recordKind' in view;
          return (
            <Link key={view.id} to={addressOf(view)} className={view.id === state.view ? `${styles.view} ${styles.active}` : styles.view}
              aria-current={view.id === state.view ? 'page' : undefined}>
              {custom && view.shared && <TeamOutlined aria-label={t('views.isShared')} />}
              {custom ? view.name : t(`views.${view.id}`)}
            </Link>
          );
        })}
      </nav>
      {changed && (
        <span className={styles.actions}>
          <Button size="small" onClick={() => setNaming(true)}>{t(saved ? 'views.saveAs' : 'views.save')}</Button>
          {mine && <Button size="small" type="primary" onClick={() => void update()}>{t('views.update', { name: mine.name })}</Button>}
          <Button size="small" type="text" onClick={onReset}>{t('views.reset')}</Button>
        </span>
      )}
      {mine && (
        <MenuButton size="small" type="text" icon={<EllipsisOutlined aria-hidden />} aria-label={t('views.more')}
          menu={{ items: [{ key: 'remove', danger: true, label: t('views.remove', { name: mine.name }), onClick: () => void ask() }] }} />
      )}
      {naming && (
        <Suspense fallback={null}>
          <ViewName mayShare={mayShare} onClose={() => setNaming(false)} onKeep={async (named) => {
            const { body } = await post<{ id: string }>('/api/views', { ...contents, ...named });
            setNaming(false);
            await done('views.saved', body.id);
          }} />
        </Suspense>
      )}
    </div>
  );
}
