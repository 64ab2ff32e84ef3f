import { Anchor, Button, FileButton, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, type ReactElement, useState } from 'react';
import { Panel } from '../controls/panels.tsx';
import { saveFile } from '../save-file.ts';
import { type ChosenFile, readChosen, readPasted } from './file.ts';
import classes from './imports.module.css';

/** What is said of the files that an import takes. */
export interface FileWords {
  /** Two rows as they are copied from a spreadsheet: the names of the columns, and one below. */
  readonly pasted: string;
  /** What the columns tell, and how many rows there may be. */
  readonly explains: string;
  /** A small file to begin with. */
  readonly example: { readonly name: string; readonly text: string };
}

interface Props {
  readonly words: FileWords;
  readonly onChosen: (file: ChosenFile) => void;
}

/** Choosing a file, dropping one, or pasting rows. */
export function FileStep({ words, onChosen }: Props): ReactElement {
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
          placeholder={words.pasted}
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
        {words.explains}{' '}
        <Anchor component="button" type="button" size="sm" onClick={() => saveText(words.example)}>
          Download an example
        </Anchor>
      </Text>
    </Stack>
  );
}

const saveText = ({ name, text }: FileWords['example']) => saveFile(name, new Blob([text], { type: 'text/csv' }));

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
