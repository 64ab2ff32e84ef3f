import {
  Avatar,
  Badge,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Modal,
  Radio,
  SegmentedControl,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eef6f1',
  '#dcebe2',
  '#b8d6c5',
  '#8fc0a6',
  '#67ab88',
  '#3f8c67',
  '#2a7452',
  '#1c5d41',
  '#154a34',
  '#0d3525',
];

const lilac: MantineColorsTuple = [
  '#f7f3fc',
  '#ece3f8',
  '#d9c8f1',
  '#c3a8e8',
  '#ad88de',
  '#9a6dd3',
  '#8757c2',
  '#6f44a4',
  '#583683',
  '#3f265f',
];

// Greys lean towards the green of the brand, so that surfaces and lines belong to it.
const gray: MantineColorsTuple = [
  '#f5f7f5',
  '#edf0ed',
  '#e0e5e1',
  '#cdd5cf',
  '#adb8b0',
  '#86938a',
  '#5c6961',
  '#465049',
  '#2c3630',
  '#18201b',
];

const dark: MantineColorsTuple = [
  '#dbe3de',
  '#b9c5bd',
  '#93a199',
  '#64736a',
  '#3b4740',
  '#2b3630',
  '#1c2520',
  '#131a16',
  '#0f1512',
  '#0a0f0c',
];

/** Coact's Mantine theme: pine for what one does, lilac for the one accent. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: { pine, lilac, gray, dark },
  black: '#18201b',
  fontFamily: "'Figtree', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.2rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 600 } }),
    Radio: Radio.extend({ styles: { description: { marginTop: 2 } } }),
    Modal: Modal.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: { fontSize: '1.125rem', fontWeight: 650, letterSpacing: '-0.012em' } },
    }),
    SegmentedControl: SegmentedControl.extend({ styles: { root: { background: 'var(--coact-trough)' } } }),
    Avatar: Avatar.extend({ defaultProps: { allowedInitialsColors: ['pine', 'lilac', 'gray'] } }),
  },
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    if (input.variant !== 'filled') return colors;
    // White on Mantine's red of the dark scheme fails 4.5:1, so red buttons are the deep shade in both.
    if (input.color === 'red') return { ...colors, background: '#b3362b', hover: '#992c22', color: '#ffffff' };
    // Mantine picks the text by the light scheme's shade; in the dark one pine and lilac are light and want dark text.
    return input.color === 'pine' || input.color === 'lilac' ? { ...colors, color: 'var(--coact-on-filled)' } : colors;
  },
});

/** Colours that are Coact's own and not Mantine's: canvas, lines, the sidebar, the series of charts. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--coact-rail': '#11281e', '--coact-rail-text': '#bfd2c6', '--coact-accent': '#c3a8e8' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-placeholder': '#6d7a72',
    '--mantine-color-disabled': '#edf0ed',
    '--mantine-color-disabled-color': '#5c6961',
    '--mantine-color-error': '#b3362b',
    '--mantine-color-red-text': '#b3362b',
    // Mantine's orange on its yellow fails 4.5:1, as do its orange and its green on their own light shades.
    '--mantine-color-yellow-light': '#fdf3d3',
    '--mantine-color-yellow-light-color': '#7a4f00',
    '--mantine-color-orange-light-color': '#943806',
    '--mantine-color-green-light-color': '#1d6a33',
    '--coact-on-filled': '#ffffff',
    '--coact-canvas': '#f4f6f3',
    '--coact-surface': '#ffffff',
    '--coact-sunken': '#f5f7f5',
    '--coact-line': '#e0e5e1',
    '--coact-trough': '#e8ece8',
    '--coact-clicks': '#2a7452',
    '--coact-shares': '#ad88de',
    '--coact-link': '#1c5d41',
  },
  dark: {
    '--mantine-color-body': '#161e19',
    '--mantine-color-placeholder': '#7d8b83',
    '--mantine-color-dimmed': '#98a69d',
    '--coact-rail': '#0b110e',
    // Mantine's light variants sink into the dark surface; a veil of the colour with pale text reads better.
    '--mantine-color-lilac-light': 'rgb(195 168 232 / 14%)',
    '--mantine-color-lilac-light-color': '#d9c8f1',
    '--mantine-color-pine-light': 'rgb(103 171 136 / 16%)',
    '--mantine-color-pine-light-color': '#a9d4bc',
    '--mantine-color-gray-light': 'rgb(173 184 176 / 14%)',
    '--mantine-color-gray-light-color': '#cdd5cf',
    '--mantine-color-red-light': 'rgb(240 120 108 / 16%)',
    '--mantine-color-red-light-color': '#f6b1a9',
    '--mantine-color-yellow-light': 'rgb(224 180 92 / 14%)',
    '--mantine-color-yellow-light-color': '#ecd29a',
    '--mantine-color-disabled-color': '#98a69d',
    '--mantine-color-error': '#f0958b',
    '--mantine-color-red-text': '#f0958b',
    '--coact-on-filled': '#0a1a12',
    '--coact-canvas': '#0f1512',
    '--coact-surface': '#161e19',
    '--coact-sunken': '#111814',
    '--coact-line': '#28322c',
    '--coact-trough': '#1c2520',
    '--coact-clicks': '#67ab88',
    '--coact-shares': '#c3a8e8',
    '--coact-link': '#8fc0a6',
  },
});
