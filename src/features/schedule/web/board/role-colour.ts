import type { CSSProperties } from 'react';

declare module 'react' {
  interface CSSProperties {
    /** The colour of a role, for the stripe and ground of its chips. */
    '--role'?: string;
    /** Days and height of a chip on the board. */
    '--days'?: number;
    '--chip'?: string;
    /** Hours of a timeline, lanes of one of its lines, and the lane of a bar. */
    '--hours'?: number;
    '--lanes'?: number;
    '--lane'?: number;
  }
}

/** A role's colour for the style sheet. Names that the theme doesn't know fall back to grey there. */
export function roleColour(colour: string): CSSProperties {
  return { '--role': `var(--mantine-color-${colour}-6, var(--mantine-color-gray-6))` };
}
