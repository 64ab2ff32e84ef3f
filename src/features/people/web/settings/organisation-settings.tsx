import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Organisation } from '../../../../web/contract.ts';
import { Panel } from '../../../../web/controls/panels.tsx';
import { ZoneSelect } from '../../../../web/controls/zone-select.tsx';
import { currencyChoices } from '../../../../web/figures.ts';
import { fieldSentences } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { SaveRow } from './save-row.tsx';
import { useSaveOrganisation } from './use-save-organisation.ts';

/** Name, time zone, currency. */
export function OrganisationSettings({ organisation }: { readonly organisation: Organisation }): ReactElement {
  const { manage } = useSignedIn().can;
  const save = useSaveOrganisation();
  const [change, setChange] = useState<Partial<Pick<Organisation, 'name' | 'timeZone' | 'currency'>>>({});
  const shown = { ...organisation, ...change };
  const fields = fieldSentences(save.error);
  return (
    <Panel title="Organisation">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(change, { onSuccess: () => setChange({}) });
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            required
            maxLength={100}
            value={shown.name}
            onChange={(event) => setChange({ ...change, name: event.currentTarget.value })}
            error={fields.name}
            disabled={!manage}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <ZoneSelect
              value={shown.timeZone}
              onChange={(timeZone) => setChange({ ...change, timeZone })}
              error={fields.timeZone}
              disabled={!manage}
            />
            <Select
              label="Currency of wages"
              searchable
              allowDeselect={false}
              limit={80}
              data={currencyChoices}
              value={shown.currency}
              onChange={(currency) => currency !== null && setChange({ ...change, currency })}
              error={fields.currency}
              disabled={!manage}
            />
          </SimpleGrid>
        </Stack>
        <SaveRow
          changed={Object.keys(change).length > 0}
          busy={save.isPending}
          error={save.isError && Object.keys(fields).length === 0 ? save.error : null}
          onReset={() => {
            save.reset();
            setChange({});
          }}
        />
      </form>
    </Panel>
  );
}
