import { Anchor, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import type { EngagementAnswer } from '../contract.ts';
import { askTitles, networkTitles } from '../network.ts';
import { NetworkLogo } from '../network-logo.tsx';
import classes from './requests.module.css';

interface Props {
  readonly slackText: string;
  readonly engagement: EngagementAnswer;
}

/** The post that people are asked about, and what for. */
export function EngagementPanel({ slackText, engagement }: Props): ReactElement {
  const { network, post, asks, starters, card } = engagement;
  return (
    <Panel title="What it says">
      {slackText !== '' && (
        <Text style={{ whiteSpace: 'pre-wrap' }} mb="md">
          {slackText}
        </Text>
      )}
      <blockquote className={classes.post}>
        <Text size="sm" fw={600} className={classes.postOf}>
          <NetworkLogo network={network} />
          {card.author === '' ? `A post on ${networkTitles[network]}` : card.author}
        </Text>
        {card.text !== '' && (
          <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {card.text}
          </Text>
        )}
        {post !== '' && (
          <Anchor href={post} target="_blank" rel="noreferrer" size="sm" style={{ overflowWrap: 'anywhere' }}>
            {post}
          </Anchor>
        )}
      </blockquote>
      <Text size="sm" mt="md">
        <Text span size="sm" c="dimmed">
          Asks for:{' '}
        </Text>
        {asks.length === 0 ? 'nothing yet' : asks.map((ask) => askTitles[ask]).join(', ')}
      </Text>
      {starters.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="xs">
            Ways to begin a comment:
          </Text>
          <ul className={classes.starters}>
            {starters.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
