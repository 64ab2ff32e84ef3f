import { Button, Container, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { Wordmark } from '../logo.tsx';
import classes from './help.module.css';

/** The frame of the help: it asks nobody who they are. */
export function HelpFrame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Container size="md" py={{ base: 24, sm: 48 }}>
      <Group component="header" justify="space-between" mb={32}>
        <Link to="/help" className={classes.brand} aria-label="Coact help, all topics">
          <Wordmark size={26} />
        </Link>
        <Button component={Link} to="/" variant="default">
          Open Coact
        </Button>
      </Group>
      <main>{children}</main>
    </Container>
  );
}
