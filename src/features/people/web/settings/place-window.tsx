import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { ZoneSelect } from '../../../../web/controls/zone-select.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import type { Place, PlaceKind } from '../places/contract.ts';

interface Props {
  readonly kind: PlaceKind;
  /** Null adds one; undefined while the window is closed. */
  readonly place: Place | null | undefined;
  readonly onClose: () => void;
}

/** A department's name, or a location's name and time zone. */
export function PlaceWindow({ kind, place, onClose }: Props): ReactElement {
  return (
    <Window opened={place !== undefined} onClose={onClose} title={place === null ? `Add a ${kind}` : place?.name}>
      {place !== undefined && <PlaceForm kind={kind} place={place} onDone={onClose} />}
    </Window>
  );
}

interface FormProps {
  readonly kind: PlaceKind;
  readonly place: Place | null;
  readonly onDone: () => void;
}

export function PlaceForm({ kind, place, onDone }: FormProps): ReactElement {
  const client = useQueryClient();
  const ownZone = useTimeZone();
  const [name, setName] = useState(place?.name ?? '');
  const [timeZone, setTimeZone] = useState(place?.timeZone ?? ownZone);
  const save = useMutation({
    mutationFn: () => {
      const body = kind === 'location' ? { name: name.trim(), timeZone } : { name: name.trim() };
      return place === null
        ? call(nothing, 'POST', `/api/${kind}s`, { body })
        : call(nothing, 'PATCH', `/api/${kind}s/${encodeURIComponent(place.id)}`, { body });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [`${kind}s`] });
      onDone();
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <WindowForm
      sending={save}
      submit={place === null ? 'Add' : 'Save'}
      onSubmit={() => save.mutate()}
      onCancel={onDone}
    >
      <TextInput
        label="Name"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fields.name}
      />
      {kind === 'location' && <ZoneSelect value={timeZone} onChange={setTimeZone} error={fields.timeZone} />}
    </WindowForm>
  );
}
