import {
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandThreads,
  IconBrandX,
  IconLink,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { ShortLink } from './contract.ts';

const known: Readonly<Record<string, readonly [string, typeof IconLink]>> = {
  bluesky: ['Bluesky', IconBrandBluesky],
  facebook: ['Facebook', IconBrandFacebook],
  linkedin: ['LinkedIn', IconBrandLinkedin],
  mastodon: ['Mastodon', IconBrandMastodon],
  threads: ['Threads', IconBrandThreads],
  x: ['X', IconBrandX],
};

/** "Bluesky, version 1": a link has no other name that everybody knows. */
export function placeOf({ network, variant }: Pick<ShortLink, 'network' | 'variant'>): string {
  return `${known[network]?.[0] ?? network}, version ${variant + 1}`;
}

/** Where a link stands. */
export function Where({ network, variant }: Pick<ShortLink, 'network' | 'variant'>): ReactElement {
  const [name, Icon] = known[network] ?? [network, IconLink];
  return (
    <>
      <Icon size={16} aria-label={name} style={{ verticalAlign: '-2px', marginRight: 8 }} />
      Version {variant + 1}
    </>
  );
}
