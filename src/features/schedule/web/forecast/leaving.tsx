import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';

interface Props {
  /** The names of the roles with numbers that are not saved. */
  readonly roles: readonly string[];
}

/** Asks before a page is left on which something is not saved; another week or role of it loses nothing. */
export function Leaving({ roles }: Props): ReactElement {
  const hasUnsaved = roles.length > 0;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => hasUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => hasUnsaved,
    withResolver: true,
  });
  return (
    <Confirm
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      confirm="Leave"
      danger
      busy={false}
      onConfirm={() => blocker.proceed?.()}
    >
      Numbers of {roles.join(', ')} are not saved. They are gone when you leave.
    </Confirm>
  );
}
