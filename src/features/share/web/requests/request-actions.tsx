import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDots, IconPencil, IconPlayerStop, IconRotate2, IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import type { ShareRequest } from '../contract.ts';
import { deleteDraft, duplicateRequest, endRequest, recallRequest } from '../requests-api.ts';
import { withdrawReview } from '../review/review-api.ts';
import { useRestore } from './use-restore.ts';

type Asked = 'recall' | 'end' | 'delete' | 'withdraw';

interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly done: string;
  readonly act: (id: string) => Promise<unknown>;
}

const questions: Readonly<Record<Asked, Question>> = {
  recall: {
    title: 'Recall this request?',
    text: 'The message is taken out of the channel, and nobody can share it any more. Posts that people have already made stay; their links keep working.',
    confirm: 'Recall request',
    done: 'Recalled',
    act: recallRequest,
  },
  end: {
    title: 'End this request now?',
    text: 'The message stays in the channel and says that the request has ended. The figures stay.',
    confirm: 'End now',
    done: 'Ended',
    act: endRequest,
  },
  withdraw: {
    title: 'Make it a draft again?',
    text: 'Nobody can approve it until it is sent for review once more. An approval that it has is given back.',
    confirm: 'Make it a draft',
    done: 'A draft again',
    act: withdrawReview,
  },
  delete: {
    title: 'Delete this draft?',
    text: 'It was never sent. It can’t be brought back.',
    confirm: 'Delete draft',
    done: 'Deleted',
    act: deleteDraft,
  },
};

interface MenuProps {
  readonly request: ShareRequest;
  readonly onAsk: (asked: Asked) => void;
}

/** What is possible in the request's state, behind the three dots. */
function ActionMenu({ request: { id, state }, onAsk }: MenuProps): ReactElement {
  const navigate = useNavigate();
  const duplicate = useMutation({
    mutationFn: () => duplicateRequest(id),
    onSuccess: (copy) => navigate({ to: '/requests/$id/edit', params: { id: copy.id } }),
    onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
  });
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label="More actions" loading={duplicate.isPending}>
          <IconDots size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => duplicate.mutate()}>
          Duplicate
        </Menu.Item>
        {state === 'open' && (
          <Menu.Item leftSection={<IconPlayerStop size={16} />} onClick={() => onAsk('end')}>
            End now
          </Menu.Item>
        )}
        {(state === 'in_review' || state === 'approved') && (
          <Menu.Item leftSection={<IconRotate2 size={16} />} onClick={() => onAsk('withdraw')}>
            Make it a draft
          </Menu.Item>
        )}
        {(state === 'open' || state === 'scheduled') && (
          <Menu.Item color="red" leftSection={<IconRotate2 size={16} />} onClick={() => onAsk('recall')}>
            Recall
          </Menu.Item>
        )}
        {state === 'draft' && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onAsk('delete')}>
            Delete draft
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Edit, duplicate, end, recall, delete. What others would notice is asked about first. */
export function RequestActions({ request }: { readonly request: ShareRequest }): ReactElement | null {
  const [asked, setAsked] = useState<Asked | null>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { publish } = useSignedIn().can;
  const offerRestore = useRestore();
  const { id, state } = request;
  const act = useMutation({
    mutationFn: (which: Asked) => questions[which].act(id),
    onSuccess: async (_, which) => {
      setAsked(null);
      if (which === 'delete') await navigate({ to: '/requests' });
      await client.invalidateQueries({ queryKey: ['requests'] });
      if (which === 'recall' && state === 'scheduled') offerRestore(id);
      else notifications.show({ color: 'pine', message: questions[which].done });
    },
  });
  const ask = (which: Asked): void => {
    act.reset();
    setAsked(which);
  };
  const question = questions[asked ?? 'recall'];
  // Whoever only approves decides on the page itself.
  if (!publish) return null;
  return (
    <>
      {state === 'approved' && (
        <LinkButton to="/requests/$id/edit" params={{ id }} leftSection={<IconSend size={18} aria-hidden />}>
          Send
        </LinkButton>
      )}
      {state !== 'ended' && state !== 'recalled' && (
        <LinkButton
          to="/requests/$id/edit"
          params={{ id }}
          variant="default"
          leftSection={<IconPencil size={18} aria-hidden />}
        >
          Edit
        </LinkButton>
      )}
      <ActionMenu request={request} onAsk={ask} />
      <Confirm
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={question.title}
        confirm={question.confirm}
        onConfirm={() => asked !== null && act.mutate(asked)}
        busy={act.isPending}
        error={act.error}
        danger={asked === 'recall' || asked === 'delete'}
      >
        {question.text}
      </Confirm>
    </>
  );
}
