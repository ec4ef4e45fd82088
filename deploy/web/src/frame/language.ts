import type { Locale } from 'antd/es/locale';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../api/formats';
import { storeOf } from '../api/store';

export const LANGUAGES: ReadonlyArray<{ code: Language; name: string }> = [
  { code: 'zh-CN', name: '简体中文' },
  { code: 'zh-TW', name: '繁體中文' },
  { code: 'en', name: 'English' },
];

const KEY = 'rapport.language';

/** Texts of the components that we did not write. */
const locales: Record<Language, () => Promise<{ default: Locale }>> = {
  'zh-CN': async () => {
    await import('dayjs/locale/zh-cn');
    return import('antd/es/locale/zh_CN');
  },
  'zh-TW': async () => {
    await import('dayjs/locale/zh-tw');
    return import('antd/es/locale/zh_TW');
  },
  en: () => import('antd/es/locale/en_US'),
};

export const componentTexts = storeOf<Locale | undefined>(undefined);

async function loadComponentTexts(language: Language): Promise<void> {
  componentTexts.set((await locales[language]()).default);
}

/** Texts of each feature in each language, loaded when first shown. */
const texts = import.meta.glob<{ default: Record<string, unknown> }>('/src/*/texts/*.json');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, feature, done) {
    const load = texts[`/src/${feature}/texts/${language}.json`];
    if (!load) {
      done(new Error(`no texts of ${feature} in ${language}`), null);
      return;
    }
    load().then((module) => done(null, module.default), (failed: Error) => done(failed, null));
  },
};

/** What the reader chose before, else what his browser asks for, else simplified Chinese. */
export function preferredLanguage(chosen: string | null, wanted: readonly string[]): Language {
  const kept = LANGUAGES.find(({ code }) => code === chosen);
  if (kept) return kept.code;
  for (const tag of wanted) {
    if (/^zh(-hant|-tw|-hk|-mo)/i.test(tag)) return 'zh-TW';
    if (/^zh/i.test(tag)) return 'zh-CN';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}

export async function startTexts(): Promise<void> {
  const language = preferredLanguage(localStorage.getItem(KEY), navigator.languages);
  document.documentElement.lang = language;
  const components = loadComponentTexts(language);
  await i18next.use(backend).use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['frame', 'record'],
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  });
  await components;
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await loadComponentTexts(language);
  await i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}
