import { describe, expect, it } from 'vitest';
import { LANGUAGES, preferredLanguage } from './language';

type Texts = { [key: string]: string | Texts };

const files = import.meta.glob<Texts>('/src/*/texts/*.json', { eager: true, import: 'default' });
const features = [...new Set(Object.keys(files).map((path) => path.split('/')[2]!))];

function flat(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as const] : [...flat(text, `${prefix}${key}.`)]));
}

/** English has a plural where Chinese needs none. */
const base = (key: string) => key.replace(/_(one|other|zero)$/, '');
const placeholders = (text: string) => new Set(text.match(/\{\{[^}]+\}\}/g) ?? []);

describe.each(features)('texts of %s', (feature) => {
  const byLanguage = new Map(LANGUAGES.map(({ code }) => [code, flat(files[`/src/${feature}/texts/${code}.json`] ?? {})]));
  const first = byLanguage.get('zh-CN')!;

  it.each(['zh-TW', 'en'] as const)('are all there in %s', (language) => {
    const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(base))].sort();
    expect(keys(byLanguage.get(language)!)).toEqual(keys(first));
  });

  it('are never empty and name the same values', () => {
    for (const texts of byLanguage.values()) {
      for (const [key, text] of texts) {
        expect(text.trim(), key).not.toBe('');
        const original = first.get(key) ?? first.get(base(key)) ?? first.get(`${base(key)}_other`);
        expect(placeholders(text), key).toEqual(placeholders(original ?? ''));
      }
    }
  });
});

describe('the language', () => {
  it('is the one chosen before', () => expect(preferredLanguage('en', ['zh-CN'])).toBe('en'));
  it('is traditional Chinese for Hong Kong', () => expect(preferredLanguage(null, ['zh-HK', 'en'])).toBe('zh-TW'));
  it('is simplified Chinese for those who ask for none of ours', () =>
    expect(preferredLanguage(null, ['fr'])).toBe('zh-CN'));
});
