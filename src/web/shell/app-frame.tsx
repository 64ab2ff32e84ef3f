import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useCallback } from 'react';
import { PlanBanner } from '../../features/billing/web/plan-banner.tsx';
import { SendWaitingRuns } from '../../features/processes/web/runs/send-waiting.tsx';
import { useLive } from '../live/use-live.ts';
import { useSignedIn } from '../queries.ts';
import { TourOffer } from '../tours/tour-offer.tsx';
import { Guarded } from './guarded.tsx';
import { BottomBar, Rail, TopBar } from './navigation.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { ProtectHint } from './protect-hint.tsx';
import classes from './shell.module.css';
import { ShortcutHelp } from './shortcut-help.tsx';
import type { Command } from './shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Navigation, page, and the keyboard's shortcuts. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const me = useSignedIn();
  useLive();
  const [helpOpened, help] = useDisclosure(false);
  const { people, publish } = me.can;
  const allowed = useCallback(
    (command: Command) => {
      if (command === 'help' || command === 'settings') return true;
      return command === 'members' ? people : publish;
    },
    [people, publish],
  );
  useShortcuts({ onHelp: help.open, allowed });
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <Rail onHelp={help.open} />
      <TopBar onHelp={help.open} />
      <main id="content" className={classes.main} tabIndex={-1}>
        <div className={classes.inner}>
          <OfflineNotice />
          <SendWaitingRuns />
          <PlanBanner />
          {children}
        </div>
      </main>
      <BottomBar />
      <ShortcutHelp opened={helpOpened} onClose={help.close} />
    </div>
  );
}

/** The frame around every page for people who publish, manage, or look. */
export function AppFrame(): ReactElement {
  return (
    <Guarded place="app">
      <Frame>
        <ProtectHint />
        <TourOffer />
        <Outlet />
      </Frame>
    </Guarded>
  );
}
