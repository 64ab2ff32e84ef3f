import type { ReactElement, ReactNode } from 'react';
import { useSignedIn } from '../queries.ts';
import { Frame } from './app-frame.tsx';
import { Guarded } from './guarded.tsx';
import { PlainFrame } from './plain-frame.tsx';

/** With the navigation where there is somewhere to go, else the plain frame. */
function Framed({ children }: { readonly children: ReactNode }): ReactElement {
  const { can, organisation, security } = useSignedIn();
  const goesPlaces = Object.values(can).some(Boolean) && organisation?.setup.named === true;
  // Without the second factor that is needed, every other place would only lead back here.
  if (!goesPlaces || security.secondFactor === 'needed') return <PlainFrame>{children}</PlainFrame>;
  return <Frame>{children}</Frame>;
}

/** The frame around pages that everybody who is signed in has, whatever their role. */
export function AccountFrame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Guarded place="account">
      <Framed>{children}</Framed>
    </Guarded>
  );
}
