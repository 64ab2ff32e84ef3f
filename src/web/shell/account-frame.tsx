import type { ReactElement, ReactNode } from 'react';
import { useSignedIn } from '../queries.ts';
import { Frame } from './app-frame.tsx';
import { Guarded } from './guarded.tsx';
import { PlainFrame } from './plain-frame.tsx';

/** With the navigation where there is somewhere to go, else the plain frame. */
function Framed({ children }: { readonly children: ReactNode }): ReactElement {
  const { organisation, security } = useSignedIn();
  // Without the second factor that is needed, every other place would only lead back here.
  if (organisation?.setup.named !== true || security.secondFactor === 'needed')
    return <PlainFrame>{children}</PlainFrame>;
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
