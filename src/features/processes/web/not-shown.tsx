import type { ReactElement } from 'react';
import { TextLink } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { ErrorPanel } from '../../../web/controls/panels.tsx';

interface Props {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of a page that could not be had: what happened, and the way on. */
export function NotShown({ error, onRetry }: Props): ReactElement {
  return (
    <>
      <PageHead
        title="Nothing to show"
        above={
          <TextLink to="/processes" size="sm">
            All processes
          </TextLink>
        }
      />
      <ErrorPanel error={error} onRetry={onRetry} />
    </>
  );
}
