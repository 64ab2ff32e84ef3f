import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { z } from '../../../../web/zod.ts';
import profile from '../profile/profile.module.css';
import { momentText } from '../profile/words.ts';
import { actText, labelOf } from './labels.ts';
import classes from './my-data.module.css';
import { ValueView } from './value-view.tsx';

const recorded = z.object({ at: z.string(), by: z.string(), act: z.string(), fields: z.string() });
const myDataSchema = z.object({
  madeAt: z.string(),
  sections: z.array(z.object({ title: z.string(), content: z.record(z.string(), z.unknown()) })),
  looks: z.array(recorded),
  recorded: z.array(recorded),
});
export type MyData = z.infer<typeof myDataSchema>;

/** Gives the browser a file to keep. */
function save(copy: MyData): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `my-data-${copy.madeAt.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** All that is held about oneself, and who looked at it. */
export function MyDataPage(): ReactElement {
  const copy = useQuery({
    queryKey: ['my-data'],
    queryFn: ({ signal }) => call(myDataSchema, 'GET', '/api/my-data', { signal }),
    refetchOnWindowFocus: false,
  });
  const button = (
    <Button
      leftSection={<IconDownload size={18} aria-hidden />}
      disabled={copy.data === undefined}
      onClick={() => copy.data !== undefined && save(copy.data)}
    >
      Download
    </Button>
  );
  return (
    <>
      <PageHead
        title="My data"
        explains="All that is held about you here, who looked at it, and what was recorded. The file holds the same, for other programs to read."
        actions={button}
      />
      <div className={profile.page}>
        {copy.isPending && (
          <Panel>
            <LoadingLines count={8} height={28} />
          </Panel>
        )}
        {copy.isError && <ErrorPanel error={copy.error} onRetry={() => void copy.refetch()} />}
        {copy.data !== undefined && <CopyView copy={copy.data} />}
      </div>
    </>
  );
}

export function CopyView({ copy }: { readonly copy: MyData }): ReactElement {
  return (
    <>
      <Panel title="Who looked" explains="Not at your name and picture, but at how to reach you, or notes about you.">
        <Records records={copy.looks} none="Nobody has looked." />
      </Panel>
      {copy.sections.map(({ title, content }) => (
        <Panel key={title} title={title}>
          <ValueView value={content} />
        </Panel>
      ))}
      <Panel title="What was recorded" explains="What the audit log has of you: the last 500 of each kind.">
        <Records records={copy.recorded} none="Nothing is recorded." />
      </Panel>
    </>
  );
}

function Records({ records, none }: { readonly records: MyData['looks']; readonly none: string }): ReactElement {
  if (records.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <ul className={classes.records}>
      {records.map(({ at, by, act, fields }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once, and two entries may say the very same
        <li key={index}>
          <Text span size="sm" c="dimmed">
            {momentText(at)}
          </Text>
          <span>
            {by}: {actText(act)}
            {fields === '' ? '' : ` (${fields.split(',').map(labelOf).join(', ').toLowerCase()})`}
          </span>
        </li>
      ))}
    </ul>
  );
}
