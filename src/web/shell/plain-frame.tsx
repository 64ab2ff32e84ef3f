import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { NoticeBell } from '../../features/people/web/notices/notice-bell.tsx';
import { Wordmark } from '../logo.tsx';
import { AccountMenu } from './account-menu.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import classes from './shell.module.css';
import { ShortcutHelp } from './shortcut-help.tsx';

/** The frame for people who have no navigation: a bar with brand and account, and the page. */
export function PlainFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const [helpOpened, help] = useDisclosure(false);
  return (
    <div className={classes.plain}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <div className={classes.plainBar}>
        <Link to="/me" className={classes.brand} aria-label="Coact, to your page">
          <Wordmark size={22} />
        </Link>
        <div className={classes.beside}>
          <NoticeBell wide={false} />
          <AccountMenu onHelp={help.open} wide={false} />
        </div>
      </div>
      <main id="content" className={classes.main} tabIndex={-1}>
        <div className={classes.inner}>
          <OfflineNotice />
          {children}
        </div>
      </main>
      <ShortcutHelp opened={helpOpened} onClose={help.close} />
    </div>
  );
}
