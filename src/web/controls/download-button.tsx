import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { download } from '../api.ts';
import { ApiFailure, sentenceOf } from '../problem.ts';
import { saveFile } from '../save-file.ts';

interface Props {
  readonly path: string;
  /** What the file is called if the server does not say. */
  readonly name: string;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  readonly filled?: boolean;
  readonly size?: 'xs' | 'sm';
}

/** Takes a file along. */
export function DownloadButton({
  path,
  name,
  children,
  disabled = false,
  filled = false,
  size = filled ? 'sm' : 'xs',
}: Props): ReactElement {
  const fetching = useMutation({
    mutationFn: () => download(path),
    onSuccess: (file) => saveFile(file.name ?? name, file.blob),
    onError: (error) => {
      if (error instanceof ApiFailure && error.kind === 'cancelled') return;
      notifications.show({ color: 'red', title: 'Not downloaded', message: sentenceOf(error) });
    },
  });
  return (
    <Button
      variant={filled ? 'filled' : 'default'}
      size={size}
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={fetching.isPending}
      disabled={disabled}
      onClick={() => fetching.mutate()}
    >
      {children}
    </Button>
  );
}
