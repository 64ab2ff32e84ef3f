import { Alert, Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { plural } from '../../../../web/figures.ts';
import { sentenceOf } from '../../../../web/problem.ts';
import type { Saving } from './use-saving.ts';

interface Props {
  readonly unsaved: number;
  readonly saving: Saving;
}

/** What is done with a forecast is done with the saved one: what isn't saved is saved first, or it doesn't count. */
export function UnsavedFirst({ unsaved, saving: { save } }: Props): ReactElement | null {
  if (unsaved === 0) return null;
  return (
    <Alert color="yellow" title={`${plural(unsaved, 'number is', 'numbers are')} not saved, and not counted here`}>
      {save.isError && <p role="alert">{sentenceOf(save.error)}</p>}
      <Button mt="xs" size="xs" loading={save.isPending} onClick={() => save.mutate()}>
        Save first
      </Button>
    </Alert>
  );
}
