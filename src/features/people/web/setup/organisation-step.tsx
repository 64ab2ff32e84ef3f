import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import type { SignedIn } from '../../../../web/contract.ts';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { ZoneSelect } from '../../../../web/controls/zone-select.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { deviceTimeZone } from '../../../../web/zoned-time.ts';
import { firstAnswers, setupBody } from './answers.ts';

interface LineProps {
  readonly label: string;
  readonly description?: string;
  readonly type?: 'email';
  readonly autoComplete: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function Line({ onChange, ...line }: LineProps): ReactElement {
  return <TextInput {...line} required maxLength={100} onChange={(event) => onChange(event.currentTarget.value)} />;
}

/** Step 1: who you are, what the organisation is called, where its clock hangs. */
export function OrganisationStep({ me }: { readonly me: SignedIn }): ReactElement {
  return (
    <>
      <PageHead
        title="Let’s set up your organisation"
        explains="Your name is shown on what you publish. All of this can be changed later."
      />
      <Panel>
        <OrganisationForm me={me} />
      </Panel>
    </>
  );
}

function OrganisationForm({ me }: { readonly me: SignedIn }): ReactElement {
  const client = useQueryClient();
  const [answers, setAnswers] = useState(() => firstAnswers(me, deviceTimeZone()));
  const answer = (name: keyof typeof answers) => (value: string) => setAnswers({ ...answers, [name]: value });
  const save = useMutation({
    mutationFn: () => call(nothing, 'POST', '/api/setup', { body: setupBody(me, answers) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
  const fields = fieldSentences(save.error);
  const line = (name: 'ownerName' | 'ownerEmail' | 'organisationName') => ({
    value: answers[name],
    onChange: answer(name),
    error: fields[name],
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        <Line label="Your name" autoComplete="name" {...line('ownerName')} />
        {me.user.email === '' && (
          <Line
            label="Your work e-mail"
            description="Your sign-in links go there."
            type="email"
            autoComplete="email"
            {...line('ownerEmail')}
          />
        )}
        <Line label="Organisation" autoComplete="organization" {...line('organisationName')} />
        <ZoneSelect
          value={answers.timeZone}
          onChange={answer('timeZone')}
          description="Times to send, end dates and reports follow it. We took it from this device."
          error={fields.timeZone}
        />
        {save.isError && Object.keys(fields).length === 0 && <ErrorPanel error={save.error} />}
        <div>
          <Button type="submit" size="md" loading={save.isPending}>
            Continue
          </Button>
        </div>
      </Stack>
    </form>
  );
}
