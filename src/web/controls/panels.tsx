import { Alert, Button, Paper, type PaperProps, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { ApiFailure, sentenceOf } from '../problem.ts';
import classes from './controls.module.css';

interface PanelProps extends PaperProps {
  /** For links to this place on its page. */
  readonly id?: string;
  readonly title?: ReactNode;
  readonly explains?: ReactNode;
  /** Shown at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The surface that content stands on. */
export function Panel({ title, explains, aside, children, className, ...paper }: PanelProps): ReactElement {
  return (
    <Paper component="section" className={[classes.panel, className].filter(Boolean).join(' ')} {...paper}>
      {title !== undefined && (
        <div className={classes.panelHead}>
          <div>
            <Title order={2}>{title}</Title>
            {explains !== undefined && (
              <Text size="sm" c="dimmed" mt={2}>
                {explains}
              </Text>
            )}
          </div>
          {aside}
        </div>
      )}
      {children}
    </Paper>
  );
}

interface ErrorPanelProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong, in a sentence, and a way to try again where that can help. */
export function ErrorPanel({ error, onRetry }: ErrorPanelProps): ReactElement {
  const final = error instanceof ApiFailure && (error.kind === 'not-found' || error.kind === 'forbidden');
  // What the person stopped themselves is no mishap.
  const isStopped = error instanceof ApiFailure && error.kind === 'cancelled';
  const Icon = isStopped ? IconInfoCircle : IconAlertTriangle;
  return (
    <Alert
      role="alert"
      color={isStopped ? 'gray' : 'red'}
      variant="light"
      icon={<Icon size={20} />}
      title={sentenceOf(error)}
    >
      {onRetry !== undefined && !final && (
        <Button mt="xs" size="xs" variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

interface EmptyPanelProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** An empty page says what will be here and what to do first. */
export function EmptyPanel({ icon, title, children, action }: EmptyPanelProps): ReactElement {
  return (
    <div className={classes.empty}>
      <div className={classes.emptyIcon} aria-hidden>
        {icon}
      </div>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw={440} ta="center">
        {children}
      </Text>
      {action !== undefined && <div style={{ marginTop: 8 }}>{action}</div>}
    </div>
  );
}

/** Grey lines in the shape of what is coming. */
export function LoadingLines({
  count = 4,
  height = 20,
}: {
  readonly count?: number;
  readonly height?: number;
}): ReactElement {
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <Skeleton key={line} height={height} width={`${96 - ((line * 13) % 30)}%`} />
      ))}
    </Stack>
  );
}
