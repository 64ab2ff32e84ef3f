import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../web/api.ts';
import { ErrorPanel, LoadingLines } from '../../../web/controls/panels.tsx';
import { Window } from '../../../web/controls/window.tsx';
import { WindowForm } from '../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../web/problem.ts';
import { type Audience, type Choices, choicesQuery, type Named, type Process, processPath } from './contract.ts';

interface Props {
  readonly process: Process;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Who answers for a process, when it is looked through again, and whom it is meant for. */
export function AccessWindow({ process, opened, onClose }: Props): ReactElement {
  const choices = useQuery({ ...choicesQuery, enabled: opened });
  return (
    <Window opened={opened} onClose={onClose} title="Who answers for it, whom it is for" size="lg">
      {choices.isError && <ErrorPanel error={choices.error} onRetry={() => void choices.refetch()} />}
      {opened && choices.data === undefined && !choices.isError && <LoadingLines count={5} height={36} />}
      {opened && choices.data !== undefined && (
        <AccessForm process={process} choices={choices.data} onClose={onClose} />
      )}
    </Window>
  );
}

const kinds = [
  ['role', 'roles', 'Whoever knows one of these roles'],
  ['department', 'departments', 'Whoever is of one of these departments'],
  ['location', 'locations', 'Whoever works at one of these locations'],
  ['person', 'people', 'These people'],
] as const;

/** What can be chosen, with what was chosen and is not to be chosen any more. */
function optionsOf(named: readonly Named[], kept: readonly Audience[]) {
  const gone = kept.filter(({ ref }) => named.every(({ id }) => id !== ref));
  return [
    ...named.map(({ id, name }) => ({ value: id, label: name })),
    ...gone.map(({ ref, name }) => ({ value: ref, label: name })),
  ];
}

function AccessForm({
  process,
  choices,
  onClose,
}: Pick<Props, 'process' | 'onClose'> & { readonly choices: Choices }): ReactElement {
  const client = useQueryClient();
  const kept = process.audience ?? [];
  const [ownerId, setOwnerId] = useState(process.owner?.id ?? null);
  const [reviewBy, setReviewBy] = useState(process.reviewBy ?? '');
  const [confidential, setConfidential] = useState(process.confidential);
  const [audience, setAudience] = useState(kept.map(({ kind, ref }) => ({ kind, ref })));
  const save = useMutation({
    mutationFn: () =>
      call(nothing, 'PUT', `${processPath(process.id)}/access` as const, {
        body: { ownerId, reviewBy: reviewBy || null, confidential, audience },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      onClose();
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <WindowForm sending={save} submit="Save" onSubmit={() => save.mutate()} onCancel={onClose}>
      <Select
        label="Who answers for it"
        description="They write on it and are reminded to look through it."
        data={optionsOf(
          choices.people,
          process.owner === null ? [] : [{ kind: 'person', ref: process.owner.id, name: process.owner.name }],
        )}
        value={ownerId}
        onChange={setOwnerId}
        searchable
        clearable
        placeholder="The owners of the organisation"
        error={fields.ownerId}
      />
      <TextInput
        type="date"
        label="To be looked through again by"
        description="A month before, a week before and on the day, whoever answers for it is reminded."
        value={reviewBy}
        onChange={(event) => setReviewBy(event.currentTarget.value)}
        error={fields.reviewBy}
      />
      <AudienceFields {...{ choices, kept, audience, setAudience }} isForAll={audience.length === 0 && !confidential} />
      <Checkbox
        label="Confidential"
        description="Only those above, whoever answers for it and the organisation’s owners see that it exists. Admins don’t."
        checked={confidential}
        onChange={(event) => setConfidential(event.currentTarget.checked)}
      />
    </WindowForm>
  );
}

type Wanted = Pick<Audience, 'kind' | 'ref'>;

interface AudienceProps {
  readonly choices: Choices;
  readonly kept: readonly Audience[];
  readonly audience: readonly Wanted[];
  readonly setAudience: (audience: Wanted[]) => void;
  readonly isForAll: boolean;
}

/** Roles, departments, locations and people to choose from. */
export function AudienceFields({ choices, kept, audience, setAudience, isForAll }: AudienceProps): ReactElement {
  return (
    <>
      {kinds.map(([kind, list, label]) => (
        <MultiSelect
          key={kind}
          label={label}
          data={optionsOf(
            choices[list],
            kept.filter((one) => one.kind === kind),
          )}
          value={audience.filter((one) => one.kind === kind).map(({ ref }) => ref)}
          onChange={(refs) =>
            setAudience([...audience.filter((one) => one.kind !== kind), ...refs.map((ref) => ({ kind, ref }))])
          }
          searchable
          clearable
          placeholder={isForAll ? 'Everybody' : undefined}
        />
      ))}
    </>
  );
}
