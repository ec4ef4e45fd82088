import { BgColorsOutlined, GlobalOutlined, PlusOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { signOut } from './account';
import { chooseAppearance, useAppearanceChoice, usePhone, type AppearanceChoice } from './appearance';
import { changeLanguage, LANGUAGES, useLanguage } from './language';
import { MenuButton } from './MenuButton';
import { useCreatable } from './QuickCreate';
import { startCreating } from './creating';
import { searching } from './searching';
import styles from './TopBar.module.css';

const APPEARANCES: readonly AppearanceChoice[] = ['system', 'light', 'dark'];

/** Search, quick create, language, appearance, account. */
export function TopBar() {
  const { t } = useTranslation(['frame', 'record']);
  const phone = usePhone();
  const me = useMe();
  const language = useLanguage();
  const appearance = useAppearanceChoice();
  const creatable = useCreatable();
  const name = me.displayName ?? me.user;

  const languages = LANGUAGES.map(({ code, name: own }) => ({ key: code, label: <span lang={code}>{own}</span> }));
  const appearances = APPEARANCES.map((choice) => ({ key: choice, label: t(`appearance.${choice}`) }));
  const chooseLanguage = ({ key }: { key: string }) =>
    void changeLanguage(LANGUAGES.find(({ code }) => code === key)!.code);
  const choose = ({ key }: { key: string }) => chooseAppearance(key as AppearanceChoice);

  return (
    <header className={styles.bar}>
      <button type="button" className={styles.search} onClick={() => searching.set(true)} title={t('search.open')}
        aria-keyshortcuts="Control+K">
        <SearchOutlined aria-hidden />
        <span className={styles.hint}>{t('search.hint')}</span>
        {!phone && <kbd aria-hidden>Ctrl K</kbd>}
      </button>
      <div className={styles.actions}>
        {creatable.length > 0 && (
          <MenuButton type="primary" icon={<PlusOutlined aria-hidden />} aria-label={t('create.open')} menu={{
            items: creatable.map(({ kind, key }) => ({
              key: kind, label: t(`record:kinds.${kind}`), extra: phone ? undefined : `n ${key}`,
            })),
            onClick: ({ key }) => startCreating(creatable.find(({ kind }) => kind === key)!.kind),
          }} />
        )}
        {!phone && (
          <>
            <MenuButton type="text" icon={<GlobalOutlined aria-hidden />} aria-label={t('language')}
              menu={{ items: languages, selectable: true, selectedKeys: [language], onClick: chooseLanguage }} />
            <MenuButton type="text" icon={<BgColorsOutlined aria-hidden />} aria-label={t('appearance.label')}
              menu={{ items: appearances, selectable: true, selectedKeys: [appearance], onClick: choose }} />
          </>
        )}
        <MenuButton type="text" icon={<UserOutlined aria-hidden />} aria-label={t('account.of', { name })} menu={{
          selectable: true,
          selectedKeys: [language, appearance],
          items: [
            { key: 'who', disabled: true, label: [name, me.team].filter(Boolean).join(' · ') },
            ...(phone ? [
              { type: 'group' as const, label: t('language'), children: languages.map((item) => ({ ...item, onClick: chooseLanguage })) },
              { type: 'group' as const, label: t('appearance.label'), children: appearances.map((item) => ({ ...item, onClick: choose })) },
            ] : []),
            { type: 'divider' },
            { key: 'out', label: t('account.signOut'), onClick: () => void signOut() },
          ],
        }}>
          {phone ? null : name}
        </MenuButton>
      </div>
    </header>
  );
}
