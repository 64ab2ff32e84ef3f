import { Checkbox, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { keyMadeSchema, keysQuery } from './contract.ts';
import { isRight, type Right, rights, rightWords } from './words.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: (key: string) => void;
}

/** Asks what a new key is for, and how long. */
export function KeyWindow({ opened, onClose, onMade }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Make an API key">
      {opened && <KeyForm onClose={onClose} onMade={onMade} />}
    </Window>
  );
}

const terms = { '30': '30 days', '90': '90 days', '365': 'A year', on: 'Until a day' } as const;
type Term = keyof typeof terms;
const isTerm = (value: string): value is Term => value in terms;
const daysOf = { '30': 30, '90': 90, '365': 365 } as const;

export function KeyForm({ onClose, onMade }: Omit<Props, 'opened'>): ReactElement {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Right[]>(['read']);
  const [term, setTerm] = useState<Term>('90');
  const [day, setDay] = useState('');
  const make = useMutation({
    mutationFn: () => {
      const expires = term === 'on' ? { on: day } : { days: daysOf[term] };
      return call(keyMadeSchema, 'POST', '/api/api-keys', { body: { name, rights: [...chosen], expires } });
    },
    onSuccess: async ({ key }) => {
      await client.invalidateQueries({ queryKey: keysQuery.queryKey });
      onMade(key);
    },
  });
  const fields = fieldSentences(make.error);
  return (
    <WindowForm
      sending={make}
      submit="Make key"
      isReady={chosen.length > 0 && (term !== 'on' || day !== '')}
      onSubmit={() => make.mutate()}
      onCancel={onClose}
    >
      <TextInput
        label="Name"
        description="What will use it, so that you know it again: “Zapier”, “Intranet”."
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fields.name}
      />
      <RightsField chosen={chosen} onChange={setChosen} error={fields.rights} />
      <TermField term={term} onChange={setTerm} />
      {term === 'on' && (
        <TextInput
          type="date"
          label="Last day"
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={fields['expires.on']}
        />
      )}
    </WindowForm>
  );
}

interface RightsProps {
  readonly chosen: readonly Right[];
  readonly onChange: (chosen: readonly Right[]) => void;
  readonly error: string | undefined;
}

function RightsField({ chosen, onChange, error }: RightsProps): ReactElement {
  return (
    <Checkbox.Group
      label="It may"
      value={[...chosen]}
      onChange={(list) => onChange(list.filter(isRight))}
      error={error}
    >
      <Stack gap="xs" mt={4}>
        {rights.map((right) => (
          <Checkbox key={right} value={right} label={rightWords[right][0]} description={rightWords[right][1]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function TermField({ term, onChange }: { readonly term: Term; readonly onChange: (term: Term) => void }): ReactElement {
  return (
    <div>
      <Text size="sm" fw={500} mb={4} id="key-term">
        It works for
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby="key-term"
        value={term}
        onChange={(value) => isTerm(value) && onChange(value)}
        data={Object.entries(terms).map(([value, label]) => ({ value, label }))}
      />
    </div>
  );
}
