import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Panel } from '../controls/panels.tsx';
import { plural } from '../figures.ts';
import { saveFile } from '../save-file.ts';

const mostShown = 20;

export const saveRefused = (text: string): void =>
  saveFile('coact-rows-to-mend.csv', new Blob([text], { type: 'text/csv' }));

interface Props {
  /** What was done, in pieces of a sentence. */
  readonly done: readonly string[];
  /** What is worth knowing about it, in sentences. */
  readonly findings?: readonly string[];
  readonly refused: readonly { readonly line: number; readonly title: string; readonly why: string }[];
  readonly refusedFile: string | null;
  /** What can't be taken back, and what can be done instead. */
  readonly undo: string;
  /** Where to go from here. */
  readonly onward: ReactElement;
  readonly onAgain: () => void;
}

/** What was done, what was not and why, and what can't be taken back. */
export function ResultPanel(props: Props): ReactElement {
  const { done, findings = [], refused, refusedFile, undo, onward, onAgain } = props;
  return (
    <Panel>
      <Alert role="status" color="pine" variant="light" icon={<IconCheck size={20} />} title="The import is done">
        {done.join(', ')}.
      </Alert>
      {refused.length > 0 && (
        <Listed
          title={`${plural(refused.length, 'row was', 'rows were')} not taken`}
          lines={refused.map(({ line, title, why }) => `Line ${line}, ${title}: ${why}`)}
          more="in the file"
        />
      )}
      {findings.length > 0 && <Listed title="Worth a look" lines={findings} more="of the kind" />}
      <Text size="sm" c="dimmed" mt="lg" maw="64ch">
        {undo}
      </Text>
      <Group mt="lg" gap="xs">
        {onward}
        {refusedFile !== null && (
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => saveRefused(refusedFile)}
          >
            Download these rows
          </Button>
        )}
        <Button variant="default" onClick={onAgain}>
          Import another file
        </Button>
      </Group>
    </Panel>
  );
}

interface ListedProps {
  readonly title: string;
  readonly lines: readonly string[];
  /** Where the others are that have no room here. */
  readonly more: string;
}

function Listed({ title, lines, more }: ListedProps): ReactElement {
  return (
    <>
      <Text fw={600} mt="lg">
        {title}
      </Text>
      <List size="sm" mt="xs" spacing={6}>
        {lines.slice(0, mostShown).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {lines.length > mostShown && (
        <Text size="sm" c="dimmed" mt="xs">
          and {lines.length - mostShown} more, {more}
        </Text>
      )}
    </>
  );
}
