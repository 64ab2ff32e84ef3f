import { Button, Radio, Stack } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, Panel } from '../../../web/controls/panels.tsx';
import { type LookReason, lookReasonOf, lookReasons } from '../../../web/look-reasons.ts';

interface Props {
  readonly look: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly mutate: (reason: LookReason) => void;
  };
  /** What else is to be known before one chooses. */
  readonly explains?: string;
  /** A reason that is not offered here. */
  readonly without?: LookReason;
  readonly submit?: string;
}

const usual = 'Your reason is written down in the audit log, and the person can read it with your name.';

/** Why somebody wants to see what somebody else earns. */
export function AskWhy({ look, explains = usual, without, submit = 'Show the pay' }: Props): ReactElement {
  const [reason, setReason] = useState<LookReason | null>(null);
  const offered = Object.entries(lookReasons).filter(([value]) => value !== without);
  return (
    <Panel title="Why do you look?" explains={explains}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason !== null) look.mutate(reason);
        }}
      >
        <Stack>
          <Radio.Group
            aria-label="Why do you look?"
            value={reason}
            onChange={(value) => setReason(lookReasonOf(value))}
          >
            <Stack gap="xs">
              {offered.map(([value, label]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
          {look.error !== null && <ErrorPanel error={look.error} />}
          <div>
            <Button type="submit" disabled={reason === null} loading={look.isPending}>
              {submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
