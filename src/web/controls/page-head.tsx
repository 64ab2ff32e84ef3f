import { Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactElement, ReactNode } from 'react';
import classes from './controls.module.css';

interface Props {
  readonly title: string;
  readonly explains?: ReactNode;
  readonly above?: ReactNode;
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
}

/** A page's heading; also names the browser's tab. */
export function PageHead({ title, explains, above, beside, actions }: Props): ReactElement {
  useDocumentTitle(`${title} · Coact`);
  return (
    <header className={classes.pageHead}>
      <div style={{ minWidth: 0 }} data-tour="page">
        {above}
        <div className={classes.pageTitle}>
          <Title order={1}>{title}</Title>
          {beside}
        </div>
        {explains !== undefined && (
          <Text c="dimmed" mt={4} maw="64ch">
            {explains}
          </Text>
        )}
      </div>
      {actions !== undefined && <div className={classes.pageActions}>{actions}</div>}
    </header>
  );
}
