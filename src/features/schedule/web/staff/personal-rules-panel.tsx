import { Button, MultiSelect, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { z } from '../../../../web/zod.ts';
import type { PersonalRules, RuleKind } from '../../rules/rule.ts';
import { ruleSchema } from '../contract.ts';
import { RuleFields } from '../work/rule-fields.tsx';
import { ruleKinds, ruleLooks } from '../work/rule-look.ts';

const kindSchema = z.custom<RuleKind>((kind) => ruleKinds.some((one) => one === kind));
const personalSchema = z.object({ instead: z.array(ruleSchema), without: z.array(kindSchema) });

const personalRulesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['schedule', 'personal-rules', personId],
    queryFn: ({ signal }) =>
      call(personalSchema, 'GET', `/api/schedule/people/${encodeURIComponent(personId)}/rules`, { signal }),
  });

/** What is different for one person. */
export function PersonalRulesPanel({ personId }: { readonly personId: string }): ReactElement {
  const rules = useQuery(personalRulesQuery(personId));
  if (rules.isError) return <ErrorPanel error={rules.error} onRetry={() => void rules.refetch()} />;
  if (rules.data === undefined) {
    return (
      <Panel>
        <LoadingLines count={4} height={32} />
      </Panel>
    );
  }
  return <Form key={JSON.stringify(rules.data)} personId={personId} rules={rules.data} />;
}

function Form({ personId, rules }: { readonly personId: string; readonly rules: PersonalRules }): ReactElement {
  const client = useQueryClient();
  const [form, setForm] = useState(rules);
  const save = useMutation({
    mutationFn: () =>
      call(personalSchema, 'PUT', `/api/schedule/people/${encodeURIComponent(personId)}/rules`, { body: form }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: personalRulesQuery(personId).queryKey });
      notifications.show({ color: 'pine', title: 'Saved', message: 'The next schedule keeps to it.' });
    },
  });
  return (
    <Panel
      title="Rules of their own"
      explains="A rule here takes the place of all of its kind for this person. Rules of a pack that nobody can give up stay."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <RuleFields rules={form.instead} onChange={(instead) => setForm({ ...form, instead })} />
          <MultiSelect
            label="Rules that don’t apply to them"
            placeholder={form.without.length === 0 ? 'None' : undefined}
            clearable
            data={ruleKinds.map((kind) => ({ value: kind, label: ruleLooks[kind].name }))}
            value={[...form.without]}
            onChange={(chosen) => setForm({ ...form, without: ruleKinds.filter((kind) => chosen.includes(kind)) })}
          />
          {save.isError && <ErrorPanel error={save.error} />}
          <div>
            <Button type="submit" loading={save.isPending}>
              Save
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
