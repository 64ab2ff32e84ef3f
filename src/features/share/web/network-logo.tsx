import {
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandThreads,
  IconBrandX,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { NetworkName } from './network.ts';

const logos = {
  ...{ linkedin: IconBrandLinkedin, x: IconBrandX, facebook: IconBrandFacebook },
  ...{ threads: IconBrandThreads, mastodon: IconBrandMastodon, bluesky: IconBrandBluesky },
} as const;

interface Props {
  readonly network: NetworkName;
  readonly size?: number;
  /** Read out in its place; nothing where the name stands beside it. */
  readonly label?: string;
}

/** The mark of a network, in the colour of the text around it. */
export function NetworkLogo({ network, size = 18, label }: Props): ReactElement {
  const Logo = logos[network];
  const named = label === undefined ? ({ 'aria-hidden': true } as const) : { 'aria-label': label, role: 'img' };
  return <Logo size={size} stroke={1.75} style={{ flex: 'none', verticalAlign: '-3px' }} {...named} />;
}
