import { Anchor, Button, FileButton, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { saveFile } from '../../../../web/save-file.ts';
import { type ChosenFile, exampleFile, readChosen, readPasted } from './file.ts';
import classes from './imports.module.css';

/** Choosing a file, dropping one, or pasting rows. */
export function FileStep({ onChosen }: { readonly onChosen: (file: ChosenFile) => void }): ReactElement {
  const [problem, setProblem] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    const read = await readChosen(file);
    if (typeof read === 'string') setProblem(read);
    else onChosen(read);
  };
  return (
    <Stack gap="lg">
      <DropZone onFile={(file) => void take(file)} />
      {problem !== null && (
        <Text role="alert" size="sm" c="red">
          {problem}
        </Text>
      )}
      <Panel title="Or paste rows from a spreadsheet">
        <Textarea
          aria-label="Rows, the first one with the names of the columns"
          placeholder={'Name\tE-mail\tRoles\nAna Ribeiro\tana@example.com\temployee'}
          autosize
          minRows={4}
          maxRows={12}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <Group mt="md">
          <Button variant="default" disabled={pasted.trim() === ''} onClick={() => onChosen(readPasted(pasted))}>
            Look at these rows
          </Button>
        </Group>
      </Panel>
      <Text size="sm" c="dimmed" maw="64ch">
        The first line names the columns. A name or an e-mail says who it is; roles, departments and locations are
        optional. At most 10,000 rows and 5 MB.{' '}
        <Anchor component="button" type="button" size="sm" onClick={saveExample}>
          Download an example
        </Anchor>
      </Text>
    </Stack>
  );
}

const saveExample = () => saveFile('coact-people.csv', new Blob([exampleFile], { type: 'text/csv' }));

function DropZone({ onFile }: { readonly onFile: (file: File | null | undefined) => void }): ReactElement {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button within, which keys reach
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={36} stroke={1.4} aria-hidden />
      <Title order={2}>Drop a CSV file here</Title>
      <Text size="sm" c="dimmed">
        From Excel: Save as “CSV UTF-8”. You see what would happen before anything does.
      </Text>
      <FileButton onChange={onFile} accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values">
        {(props) => <Button {...props}>Choose a file</Button>}
      </FileButton>
    </div>
  );
}
