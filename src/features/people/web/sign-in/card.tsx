import { Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactElement, ReactNode } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { Wordmark } from '../../../../web/logo.tsx';
import classes from './sign-in.module.css';

interface Props {
  readonly title: string;
  readonly explains?: ReactNode;
  readonly children: ReactNode;
}

/** The page around everything that happens before one is inside: the promise at the left, the form at the right. */
export function Card({ title, explains, children }: Props): ReactElement {
  useDocumentTitle(`${title} · Coact`);
  return (
    <div className={classes.page}>
      <aside className={classes.side}>
        <div className={classes.sideBrand}>
          <Wordmark size={28} />
        </div>
        <div>
          <p className={classes.promise}>One message, carried by everybody who means it.</p>
          <p className={classes.promiseMore}>
            Your people share what your company publishes, from Slack, in seconds. You see what it brought, in total.
            Nobody sees who shared what.
          </p>
        </div>
        <Rings />
      </aside>
      <main className={classes.formSide}>
        <Paper className={classes.form} bg="transparent">
          <Stack gap="lg">
            <div>
              <Title order={1}>{title}</Title>
              {explains !== undefined && (
                <Text c="dimmed" mt={6} component="div">
                  {explains}
                </Text>
              )}
            </div>
            {children}
            <TextLink to="/help" size="sm" c="dimmed">
              Help
            </TextLink>
          </Stack>
        </Paper>
      </main>
    </div>
  );
}

/** The mark grown large: rings that open towards the form. */
function Rings(): ReactElement {
  return (
    <svg className={classes.rings} viewBox="0 0 400 400" aria-hidden="true" focusable="false">
      {[60, 105, 150, 195].map((radius, ring) => (
        <path
          key={radius}
          d={`M ${200 + radius * 0.72} ${200 - radius * 0.69} A ${radius} ${radius} 0 1 0 ${200 + radius * 0.72} ${200 + radius * 0.69}`}
          fill="none"
          stroke="currentColor"
          strokeWidth={16}
          strokeLinecap="round"
          opacity={0.34 - ring * 0.075}
        />
      ))}
      <circle cx="272" cy="200" r="17" fill="var(--coact-accent)" />
    </svg>
  );
}
