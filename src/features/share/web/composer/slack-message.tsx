import { useComputedColorScheme } from '@mantine/core';
import type { ReactElement } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import { drawable } from './slack-blocks.ts';
import classes from './slack-message.module.css';

interface Props {
  readonly blocks: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** A message as Slack draws it, from the very blocks that are sent. Its buttons do nothing here. */
export function SlackMessage({ blocks }: Props): ReactElement {
  const scheme = useComputedColorScheme('light');
  return (
    <div className={classes.message} inert>
      <Message
        theme={scheme}
        logo="/mark.svg"
        name="Coact"
        time={new Date()}
        // The blocks come from our own server, which checks them against Slack's limits before it sends them.
        blocks={drawable(blocks) as Block[]}
      />
    </div>
  );
}
