import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { CopyText } from '../../../../web/controls/copy.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { saveFile } from '../../../../web/save-file.ts';
import { deviceTimeZone, formatDate } from '../../../../web/zoned-time.ts';
import classes from './account.module.css';
import { recoveryFile } from './account.ts';

interface Props {
  readonly codes: readonly string[];
  readonly onKept: () => void;
  readonly done?: string;
}

const download = (text: string) => saveFile('coact-recovery-codes.txt', new Blob([text], { type: 'text/plain' }));

/** Prints the codes and nothing around them; see account.module.css. */
function print(): void {
  document.body.dataset.printing = 'recovery-codes';
  window.addEventListener('afterprint', () => delete document.body.dataset.printing, { once: true });
  window.print();
}

/** The codes, shown this once. Going on needs the word that they are kept. */
export function RecoveryCodes({ codes, onKept, done = 'Done' }: Props): ReactElement {
  const me = useSignedIn();
  const [isKept, setKept] = useState(false);
  // What had the focus is gone with the step before; without this, a screen reader would say nothing of the codes.
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const file = () =>
    recoveryFile(codes, {
      address: me.user.email,
      day: formatDate(new Date().toISOString(), deviceTimeZone()),
      origin: window.location.origin,
    });
  return (
    <Stack>
      <Alert
        ref={top}
        tabIndex={-1}
        className={classes.told}
        color="lilac"
        variant="light"
        title="Keep these recovery codes"
      >
        They are shown this once. Each lets you in one time, should your phone or passkey be lost. Without them, only an
        owner or admin could let you in again.
      </Alert>
      <div className={classes.sheet}>
        <Text className={classes.onPaper}>Recovery codes for Coact · {me.user.email}</Text>
        <ol className={classes.codes} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <Group gap="xs">
        <CopyText value={codes.join('\n')} label="Copy" />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => download(file())}
        >
          Download
        </Button>
        <Button variant="default" size="xs" leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
          Print
        </Button>
      </Group>
      <Checkbox
        label="I have kept them where I will find them"
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <div>
        <Button size="md" disabled={!isKept} onClick={onKept}>
          {done}
        </Button>
      </div>
    </Stack>
  );
}
