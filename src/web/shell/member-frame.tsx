import { Outlet } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { Framed } from './account-frame.tsx';
import { Guarded } from './guarded.tsx';

/** The frame around what everybody who works here has, also those with only the employee's role. */
export function MemberFrame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Guarded place="own-page">
      <Framed>{children}</Framed>
    </Guarded>
  );
}

/** The same around all pages of the team. */
export function TeamFrame(): ReactElement {
  return (
    <MemberFrame>
      <Outlet />
    </MemberFrame>
  );
}
