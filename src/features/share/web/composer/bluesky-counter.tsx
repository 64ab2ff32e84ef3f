import type { ReactElement } from 'react';
import { countForBluesky, maxGraphemes } from './bluesky-count.ts';
import classes from './composer.module.css';

interface Props {
  readonly id: string;
  readonly text: string;
}

/** Characters left as Bluesky counts them; bytes too once they could be what stops the post. */
export function BlueskyCounter({ id, text }: Props): ReactElement {
  const { remaining, bytes } = countForBluesky(text);
  const over = remaining < 0;
  return (
    <output id={id} className={classes.count} data-tone={over ? 'over' : remaining < 20 ? 'near' : 'fine'}>
      <progress max={maxGraphemes} value={Math.min(maxGraphemes, maxGraphemes - remaining)} aria-hidden="true" />
      <span className="tabular">{over ? `${-remaining} over` : `${remaining} left`}</span>
      {bytes > 2500 && <span className="tabular">· {bytes} of 3,000 bytes</span>}
    </output>
  );
}
