import type { ReactElement } from 'react';

interface MarkProps {
  readonly size?: number;
  /** Colour of the arc; the dot keeps the accent. */
  readonly color?: string;
}

/** The mark: many voices around an opening (C), and the one thing they say (the dot). */
function Mark({ size = 24, color = 'currentColor' }: MarkProps): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M15.9 4.9a8 8 0 1 0 0 14.2" fill="none" stroke={color} strokeWidth="4.2" strokeLinecap="round" />
      <circle cx="19.8" cy="12" r="3" fill="var(--coact-accent)" />
    </svg>
  );
}

/** Mark and name. Read out as "Coact". */
export function Wordmark({ size = 24 }: { readonly size?: number }): ReactElement {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: size * 0.4, lineHeight: 1 }}>
      <Mark size={size} />
      <span style={{ fontSize: size * 0.92, fontWeight: 700, letterSpacing: '-0.035em' }}>coact</span>
    </span>
  );
}
