import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll } from 'vitest';

/** Tests read the texts that users read first. */
const texts = import.meta.glob<Record<string, unknown>>('/src/*/texts/zh-CN.json', { eager: true, import: 'default' });

beforeAll(async () => {
  const features = Object.entries(texts).map(([path, keys]) => [path.split('/')[2]!, keys] as const);
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: false,
    defaultNS: 'frame',
    resources: { 'zh-CN': Object.fromEntries(features) as never },
    interpolation: { escapeValue: false },
  });
});
