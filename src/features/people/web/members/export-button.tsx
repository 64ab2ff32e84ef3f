import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { download } from '../../../../web/api.ts';
import { ApiFailure, sentenceOf } from '../../../../web/problem.ts';
import { saveFile } from '../../../../web/save-file.ts';

/** Takes the list of members along as CSV. The server asks first whether it's really the person. */
export function ExportButton(): ReactElement {
  const fetching = useMutation({
    mutationFn: () => download('/api/members/export'),
    onSuccess: ({ name, blob }) => saveFile(name ?? 'coact-members.csv', blob),
    onError: (error) => {
      if (error instanceof ApiFailure && error.kind === 'cancelled') return;
      notifications.show({ color: 'red', title: 'Not exported', message: sentenceOf(error) });
    },
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={fetching.isPending}
      onClick={() => fetching.mutate()}
    >
      Export
    </Button>
  );
}
