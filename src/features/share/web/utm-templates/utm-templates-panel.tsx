import { Badge, Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { fieldSentences, sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { placeholderWords, utmHints, utmKeys } from '../utm-keys.ts';
import { deleteTemplate, saveTemplate, type UtmTemplate, utmTemplatesQuery } from './utm-templates-api.ts';

type Written = Omit<UtmTemplate, 'id'> & { readonly id: string | null };

const empty: Written = { id: null, name: '', utm: {}, isDefault: false };

function useTemplateChange<T>(change: (wanted: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: utmTemplatesQuery.queryKey });
      onDone();
    },
  });
}

/** The sets of UTM parameters that publishers can begin with. */
export function UtmTemplatesPanel(): ReactElement {
  const found = useQuery(utmTemplatesQuery);
  const { publish } = useSignedIn().can;
  const [editing, setEditing] = useState<Written | null>(null);
  const [leaving, setLeaving] = useState<UtmTemplate | null>(null);
  const remove = useTemplateChange(deleteTemplate, () => setLeaving(null));
  const templates = found.data?.templates ?? [];
  return (
    <Panel
      title="UTM templates"
      explains="Sets of campaign parameters to pick from while composing. A request keeps the parameters themselves, so that changing a template changes no request."
    >
      {found.isPending && <LoadingLines count={2} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && templates.length === 0 && (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {templates.map((template) => (
          <TemplateRow
            key={template.id}
            template={template}
            onChange={publish ? () => setEditing(template) : null}
            onDelete={() => setLeaving(template)}
          />
        ))}
      </Stack>
      {publish && (
        <Button
          mt="md"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEditing(empty)}
        >
          Add a template
        </Button>
      )}
      <TemplateWindow start={editing} onClose={() => setEditing(null)} />
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title="Delete this template?"
        confirm="Delete template"
        onConfirm={() => leaving !== null && remove.mutate(leaving.id)}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        Requests that were begun with it keep their parameters.
      </Confirm>
    </Panel>
  );
}

interface WindowProps {
  /** What is edited; null while nothing is. */
  readonly start: Written | null;
  readonly onClose: () => void;
}

function TemplateWindow({ start, onClose }: WindowProps): ReactElement {
  const title = start?.id == null ? 'New UTM template' : 'Change UTM template';
  return (
    <Window opened={start !== null} onClose={onClose} title={title}>
      {start !== null && <TemplateForm start={start} onDone={onClose} />}
    </Window>
  );
}

interface RowProps {
  readonly template: UtmTemplate;
  /** Null where one may only read it. */
  readonly onChange: (() => void) | null;
  readonly onDelete: () => void;
}

function TemplateRow({ template, onChange, onDelete }: RowProps): ReactElement {
  const { name } = template;
  return (
    <Group component="li" justify="space-between" gap="xs">
      <TemplateWords template={template} />
      {onChange !== null && (
        <Group gap={4}>
          <Button size="compact-sm" variant="subtle" aria-label={`Change ${name}`} onClick={onChange}>
            Change
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" aria-label={`Delete ${name}`} onClick={onDelete}>
            Delete
          </Button>
        </Group>
      )}
    </Group>
  );
}

function TemplateWords({ template: { name, utm, isDefault } }: { readonly template: UtmTemplate }): ReactElement {
  const said = utmKeys.flatMap((key) => (utm[key] ? [`utm_${key}=${utm[key]}`] : []));
  return (
    <div style={{ minWidth: 0 }}>
      <Group gap="xs">
        <b>{name}</b>
        {isDefault && (
          <Badge size="sm" variant="light">
            New requests
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {said.join(' · ')}
      </Text>
    </div>
  );
}

function TemplateForm({ start, onDone }: { readonly start: Written; readonly onDone: () => void }): ReactElement {
  const [form, setForm] = useState(start);
  const save = useTemplateChange(saveTemplate, onDone);
  const fields = fieldSentences(save.error);
  const placed = Object.keys(fields).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(form);
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          maxLength={80}
          data-autofocus
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          error={fields.name}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {utmKeys.map((key) => (
            <TextInput
              key={key}
              label={`utm_${key}`}
              placeholder={utmHints[key]}
              maxLength={200}
              value={form.utm[key] ?? ''}
              onChange={(event) => setForm({ ...form, utm: { ...form.utm, [key]: event.currentTarget.value } })}
            />
          ))}
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {placeholderWords}
        </Text>
        <Checkbox
          label="New requests begin with it"
          checked={form.isDefault}
          onChange={(event) => setForm({ ...form, isDefault: event.currentTarget.checked })}
        />
        {save.isError && (
          <Text role="alert" size="sm" c="red">
            {placed ? (fields.utm ?? 'Look at the fields above.') : sentenceOf(save.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
