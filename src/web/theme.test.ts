import { DEFAULT_THEME } from '@mantine/core';
import { expect, it } from 'vitest';
import { cssVariables } from './theme.ts';

/** Relative luminance and contrast after WCAG 2.2. */
const channel = (value: number) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

it.each(['yellow', 'orange', 'green'] as const)('words on %s can be read in the light scheme', (name) => {
  const { light } = cssVariables(DEFAULT_THEME);
  const ground = light[`--mantine-color-${name}-light`] ?? DEFAULT_THEME.colors[name][1];
  const words = light[`--mantine-color-${name}-light-color`] ?? DEFAULT_THEME.colors[name][9];
  expect(contrast(words, ground ?? '')).toBeGreaterThanOrEqual(4.5);
});
