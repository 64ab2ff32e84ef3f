import { Button, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { fieldSentences, sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { disclosureQuery, saveDisclosure } from '../requests-api.ts';

/** What every post says of its writer. Whoever may not change it sees what it is. */
export function DisclosurePage(): ReactElement {
  const disclosure = useQuery(disclosureQuery);
  return (
    <>
      <PageHead
        title="Disclosure"
        above={
          <TextLink to="/requests" size="sm" c="dimmed">
            Requests
          </TextLink>
        }
      />
      {disclosure.isPending && (
        <Panel>
          <LoadingLines count={4} />
        </Panel>
      )}
      {disclosure.isError && <ErrorPanel error={disclosure.error} onRetry={() => void disclosure.refetch()} />}
      {disclosure.data !== undefined && <DisclosureSettings words={disclosure.data.words} />}
    </>
  );
}

/** The words, for owners and admins to change. */
function DisclosureSettings({ words }: { readonly words: string }): ReactElement {
  const { manage } = useSignedIn().can;
  const client = useQueryClient();
  const [typed, setTyped] = useState(words);
  const save = useMutation({
    mutationFn: saveDisclosure,
    onSuccess: async (saved) => {
      setTyped(saved.words);
      client.setQueryData(disclosureQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: ['rendered'] });
      notifications.show({ color: 'pine', message: 'Saved' });
    },
  });
  return (
    <Panel
      title="At the end of every post"
      explains="In many countries employees who post for their company have to say so. These words stand at the end of every post made through Coact, whatever people write; they never stand twice."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(typed);
        }}
      >
        <TextInput
          label="Words"
          description="For example #ad, or: I work at Harbour & Pine. Leave it empty for none."
          maxLength={100}
          dir="auto"
          disabled={!manage}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={save.error === null ? undefined : (fieldSentences(save.error).words ?? sentenceOf(save.error))}
        />
        {manage ? (
          <Button type="submit" mt="md" loading={save.isPending} disabled={typed.trim() === words}>
            Save
          </Button>
        ) : (
          <Text size="sm" c="dimmed" mt="sm">
            Owners and admins change this.
          </Text>
        )}
      </form>
    </Panel>
  );
}
