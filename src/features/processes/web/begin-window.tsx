import { Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../web/api.ts';
import { Window } from '../../../web/controls/window.tsx';
import { WindowForm } from '../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../web/problem.ts';
import { z } from '../../../web/zod.ts';
import { contentOf, templates } from '../templates/templates.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Begins a process: empty, or with the words of a template, which are the organisation's own from then on. */
export function BeginWindow({ opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Write a process">
      {opened && <BeginForm onClose={onClose} />}
    </Window>
  );
}

function BeginForm({ onClose }: Pick<Props, 'onClose'>): ReactElement {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [template, setTemplate] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const chosen = templates.find(({ name }) => name === template);
  const begin = useMutation({
    mutationFn: () => {
      const content = chosen === undefined ? { body: '', steps: [] } : contentOf(chosen, () => crypto.randomUUID());
      return call(z.object({ id: z.string() }), 'POST', '/api/processes', {
        body: { ...content, title: title.trim() || chosen?.title || '' },
      });
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      await navigate({ to: '/processes/$id/edit', params: { id } });
    },
  });
  const fields = fieldSentences(begin.error);
  return (
    <WindowForm
      sending={begin}
      submit="Begin"
      isReady={title.trim() !== '' || chosen !== undefined}
      onSubmit={() => begin.mutate()}
      onCancel={onClose}
    >
      <Select
        label="Begin with"
        data={templates.map(({ name, title: words }) => ({ value: name, label: words }))}
        value={template}
        onChange={setTemplate}
        placeholder="An empty page"
        clearable
        data-autofocus
        openOnFocus={false}
      />
      {chosen !== undefined && (
        <Text size="sm" c="dimmed">
          {chosen.about}
        </Text>
      )}
      <TextInput
        label="Title"
        maxLength={120}
        placeholder={chosen?.title ?? 'Opening the shop'}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={fields.title}
      />
    </WindowForm>
  );
}
