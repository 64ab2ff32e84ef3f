import { Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { rewritingQuery, saveRewriting } from './rewriting-api.ts';

/** Whether publishers may have wordings suggested; shown only where the operator has set a service up. */
export function RewritingSetting(): ReactElement | null {
  const { manage } = useSignedIn().can;
  const client = useQueryClient();
  const setting = useQuery(rewritingQuery).data;
  const save = useMutation({
    mutationFn: saveRewriting,
    onSuccess: (saved) => client.setQueryData(rewritingQuery.queryKey, saved),
  });
  if (setting === undefined || setting.offered === null) return null;
  const { host, model } = setting.offered;
  return (
    <Panel title="Wording" explains="Publishers can have a language model suggest another wording of a post.">
      <Switch
        checked={save.isPending ? save.variables : setting.on}
        disabled={!manage || save.isPending}
        onChange={(event) => save.mutate(event.currentTarget.checked)}
        label="Suggest other wordings"
        description={`When a publisher asks for it, the text of that post, and nothing else, goes to ${host} (${model}).`}
      />
      {save.error !== null && (
        <Text role="alert" size="sm" c="red" mt="sm">
          {sentenceOf(save.error)}
        </Text>
      )}
      {!manage && (
        <Text size="sm" c="dimmed" mt="sm">
          Owners and admins change this.
        </Text>
      )}
    </Panel>
  );
}
