import { describe, expect, it } from 'vitest';
import { palettes, type Palette } from './theme';

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!;
}

function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const onSurface: Array<keyof Palette> = ['text', 'muted', 'accentText', 'danger', 'risk', 'vip', 'won', 'waiting'];
const meanings = ['danger', 'risk', 'vip', 'won', 'waiting'] as const;

describe.each(Object.entries(palettes))('colours of the %s appearance', (_, palette) => {
  it.each(onSurface)('let %s be read on every ground', (name) => {
    for (const ground of [palette.surface, palette.ground, palette.selected, palette.hover]) {
      expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(meanings)('let %s be read on its own ground', (name) => {
    expect(contrast(palette[name], palette[`${name}Ground`])).toBeGreaterThanOrEqual(4.5);
  });

  it('let white be read on the accent', () => {
    expect(contrast('#ffffff', palette.accent)).toBeGreaterThanOrEqual(4.5);
  });
});
