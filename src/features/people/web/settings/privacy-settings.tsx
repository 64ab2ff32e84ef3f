import { NumberInput, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Organisation } from '../../../../web/contract.ts';
import { Panel } from '../../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { SaveRow } from './save-row.tsx';
import { useSaveOrganisation } from './use-save-organisation.ts';

const lowest = 3;

/** The smallest group that is shown as a number. */
export function PrivacySettings({ organisation }: { readonly organisation: Organisation }): ReactElement {
  const { manage } = useSignedIn().can;
  const save = useSaveOrganisation();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = chosen ?? organisation.smallGroup;
  return (
    <Panel title="Privacy" data-tour="settings-privacy">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ smallGroup: shown }, { onSuccess: () => setChosen(null) });
        }}
      >
        <NumberInput
          label="Smallest group shown as a number"
          description={`Below it, reports say “fewer than ${shown}”. Five is usual. You can raise it as you like; never below ${lowest}, as two people can each work out the other.`}
          min={lowest}
          max={1000}
          allowDecimal={false}
          maw={420}
          value={shown}
          onChange={(value) => setChosen(Math.max(lowest, Number(value) || lowest))}
          error={fieldSentences(save.error).smallGroup}
          disabled={!manage}
        />
        <Text size="sm" c="dimmed" mt="sm">
          Which employee shared what isn’t stored at all, so no setting can show it.
        </Text>
        <SaveRow
          changed={shown !== organisation.smallGroup}
          busy={save.isPending}
          error={save.error}
          onReset={() => {
            save.reset();
            setChosen(null);
          }}
        />
      </form>
    </Panel>
  );
}
