import { Outlet } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { TourOffer } from '../tours/tour-offer.tsx';
import { Frame } from './app-frame.tsx';
import { Guarded } from './guarded.tsx';
import { ProtectHint } from './protect-hint.tsx';

/** The frame around what every member has, also those with only the employee's role; draws the route within it unless given something. */
export function MemberFrame({ children = <Outlet /> }: { readonly children?: ReactNode }): ReactElement {
  return (
    <Guarded place="member">
      <Frame>
        <ProtectHint />
        <TourOffer />
        {children}
      </Frame>
    </Guarded>
  );
}
