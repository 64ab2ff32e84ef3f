import { Button } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconSend } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import type { ShareRequest } from '../contract.ts';
import type { SaveState } from './autosave.ts';
import classes from './composer.module.css';
import type { SendKind } from './send-kind.ts';
import type { Draft } from './use-draft.ts';

interface Props {
  readonly request: ShareRequest | null;
  readonly draft: Draft;
  readonly busy: boolean;
  readonly kind: SendKind;
  readonly onSend: () => void;
}

const labels: Partial<Record<SendKind, string>> = { update: 'Update', review: 'Send for review' };

interface Said {
  readonly icon: typeof IconCloudUp;
  readonly text: string;
}

function said(state: SaveState, byItself: boolean): Said | null {
  if (state.kind === 'failed') {
    const text = state.again ? 'Kept on this device; trying again' : `Not saved: ${sentenceOf(state.error)}`;
    return { icon: IconCloudOff, text };
  }
  if (state.kind === 'saving') return { icon: IconCloudUp, text: 'Saving…' };
  if (state.kind === 'waiting')
    return { icon: IconCloudUp, text: byItself ? 'Saving…' : 'Changes kept on this device' };
  return state.kind === 'saved' ? { icon: IconCloudCheck, text: 'Saved' } : null;
}

/** Title, what is saved, and the button that sends. Stays at the top while one scrolls. */
export function ComposerHead({ request, draft, busy, kind, onSend }: Props): ReactElement {
  const byItself = request === null || request.state === 'draft';
  const saved = said(draft.saved, byItself);
  const later = draft.form.when === 'later';
  return (
    <div className={classes.head}>
      <PageHead
        title={request === null ? 'Compose' : byItself ? 'Edit draft' : 'Edit request'}
        beside={
          <span role="status" className={classes.saved} data-failed={draft.saved.kind === 'failed'}>
            {saved !== null && (
              <>
                <saved.icon size={18} stroke={1.75} aria-hidden />
                {saved.text}
              </>
            )}
          </span>
        }
        actions={
          <Button
            leftSection={<IconSend size={18} aria-hidden />}
            onClick={onSend}
            loading={busy}
            data-tour="compose-send"
          >
            {labels[kind] ?? (later ? 'Schedule' : 'Send')}
          </Button>
        }
      />
    </div>
  );
}
