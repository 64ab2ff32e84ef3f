import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { saveFile } from '../../../../web/save-file.ts';
import type { ImportResult } from './contract.ts';

const mostShown = 20;

export const saveRefused = (text: string): void =>
  saveFile('coact-rows-to-mend.csv', new Blob([text], { type: 'text/csv' }));

interface Props {
  readonly result: ImportResult;
  readonly onAgain: () => void;
}

/** What was done, what was not and why, and what can't be taken back. */
export function ResultPanel({ result, onAgain }: Props): ReactElement {
  const { added, changed, invited, same, placesMade, refused, refusedFile } = result;
  const done = [
    `${plural(added, 'person', 'people')} added`,
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(invited > 0 ? [`${invited} invited by mail`] : []),
    ...(same > 0 ? [`${same} already as the file says`] : []),
    ...(placesMade > 0 ? [`${plural(placesMade, 'department or location', 'departments and locations')} created`] : []),
  ];
  return (
    <Panel>
      <Alert role="status" color="pine" variant="light" icon={<IconCheck size={20} />} title="The import is done">
        {done.join(', ')}.
      </Alert>
      {refused.length > 0 && (
        <>
          <Text fw={600} mt="lg">
            {plural(refused.length, 'row was', 'rows were')} not taken
          </Text>
          <List size="sm" mt="xs" spacing={6}>
            {refused.slice(0, mostShown).map(({ line, name, email, why }) => (
              <List.Item key={line}>
                Line {line}, {name || email || 'nobody'}: {why}
              </List.Item>
            ))}
          </List>
          {refused.length > mostShown && (
            <Text size="sm" c="dimmed" mt="xs">
              and {refused.length - mostShown} more, in the file
            </Text>
          )}
        </>
      )}
      <Text size="sm" c="dimmed" mt="lg" maw="64ch">
        An import can’t be undone as a whole. People can be removed one by one under Members, and invitations withdrawn;
        mails that went out can’t be called back.
      </Text>
      <Group mt="lg" gap="xs">
        <LinkButton to="/members">To the members</LinkButton>
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
