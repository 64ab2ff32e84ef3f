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

/** Step 1: who you are, what the organisation is called, where its clock hangs. */
export function OrganisationStep({ me }: { readonly me: SignedIn }): ReactElement {
  const client = useQueryClient();
  const [ownerName, setOwnerName] = useState(me.user.name ?? '');
  const [ownerEmail, setOwnerEmail] = useState('');
  // The owner's first link was made for nobody in particular: without an address no second link could be mailed.
  const needsEmail = me.user.email === '';
  const [organisationName, setOrganisationName] = useState(me.organisation?.name ?? '');
  const [timeZone, setTimeZone] = useState(deviceTimeZone);
  const save = useMutation({
    mutationFn: () =>
      call(nothing, 'POST', '/api/setup', {
        body: {
          ownerName: ownerName.trim(),
          organisationName: organisationName.trim(),
          timeZone,
          ...(needsEmail && { ownerEmail: ownerEmail.trim() }),
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
  const fields = fieldSentences(save.error);
  return (
    <>
      <PageHead
        title="Let’s set up your organisation"
        explains="Your name is shown on what you publish. All of this can be changed later."
      />
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <Stack>
            <TextInput
              label="Your name"
              autoComplete="name"
              required
              maxLength={100}
              value={ownerName}
              onChange={(event) => setOwnerName(event.currentTarget.value)}
              error={fields.ownerName}
            />
            {needsEmail && (
              <TextInput
                label="Your work e-mail"
                description="Sign-in links go there; Coact has no passwords."
                type="email"
                autoComplete="email"
                required
                value={ownerEmail}
                onChange={(event) => setOwnerEmail(event.currentTarget.value)}
                error={fields.ownerEmail}
              />
            )}
            <TextInput
              label="Organisation"
              autoComplete="organization"
              required
              maxLength={100}
              value={organisationName}
              onChange={(event) => setOrganisationName(event.currentTarget.value)}
              error={fields.organisationName}
            />
            <ZoneSelect
              value={timeZone}
              onChange={setTimeZone}
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
      </Panel>
    </>
  );
}
