import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { SettingFoot } from '../review/setting-foot.tsx';
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
      <SettingFoot error={save.error} manage={manage} />
    </Panel>
  );
}
