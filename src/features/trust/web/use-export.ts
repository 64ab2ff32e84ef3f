import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { download } from '../../../web/api.ts';
import { sentenceOf } from '../../../web/problem.ts';
import { saveFile } from '../../../web/save-file.ts';
import { type AuditSearch, queryOf } from './audit-search.ts';

/** Fetches an export and hands it to the browser as a file. */
export function useExport(search: AuditSearch): {
  readonly start: (format: 'csv' | 'jsonl') => void;
  readonly busy: boolean;
} {
  const fetching = useMutation({
    mutationFn: (format: 'csv' | 'jsonl') => download(`/api/audit/export${queryOf(search, { format })}`),
    onSuccess: ({ name, blob }) => saveFile(name ?? 'coact-audit', blob),
    onError: (error) => notifications.show({ color: 'red', title: 'Not exported', message: sentenceOf(error) }),
  });
  return { start: (format) => fetching.mutate(format), busy: fetching.isPending };
}
