import type { ReactElement } from 'react';
import { networkTitles } from '../network.ts';
import { NetworkLogo } from '../network-logo.tsx';
import classes from './composer.module.css';
import type { PostCount } from './post-count.ts';

interface Props {
  readonly id: string;
  readonly counts: readonly PostCount[];
}

/** Characters left as each network counts them: with its name where there are several. */
export function PostCounter({ id, counts }: Props): ReactElement {
  const [only, second] = counts;
  return (
    <output id={id} className={classes.counts}>
      {only !== undefined && second === undefined ? (
        <OneCount count={only} />
      ) : (
        counts.map((count) => <NamedCount key={count.network} count={count} />)
      )}
    </output>
  );
}

function OneCount({ count }: { readonly count: PostCount }): ReactElement {
  const { remaining, limit } = count;
  const used = limit === null || remaining === null ? 0 : Math.min(limit, limit - remaining);
  return (
    <span className={classes.count} data-tone={toneOf(count)}>
      <progress max={limit ?? 1} value={used} aria-hidden="true" />
      <span className="tabular">{saidOf(count)}</span>
    </span>
  );
}

function NamedCount({ count }: { readonly count: PostCount }): ReactElement {
  return (
    <span className={classes.count} data-tone={toneOf(count)}>
      <NetworkLogo network={count.network} size={16} label={networkTitles[count.network]} />
      <span className="tabular">{saidOf(count)}</span>
    </span>
  );
}

function saidOf({ remaining }: PostCount): string {
  if (remaining === null) return 'counting…';
  const units = Math.abs(remaining).toLocaleString('en-GB');
  return remaining < 0 ? `${units} over` : `${units} left`;
}

function toneOf({ remaining }: PostCount): string {
  if (remaining === null) return 'fine';
  if (remaining < 0) return 'over';
  return remaining < 20 ? 'near' : 'fine';
}
