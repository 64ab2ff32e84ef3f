import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What takes the place of the button that asked for it: the keyboard goes on there, and not at the top of the page. */
export function Arrive({ className, children }: Props): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={place} tabIndex={-1} className={className} style={{ outline: 'none' }}>
      {children}
    </div>
  );
}
