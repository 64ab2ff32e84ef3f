import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { QrCode } from '../../../web/controls/qr-code.tsx';
import { Window } from '../../../web/controls/window.tsx';
import { saveFile } from '../../../web/save-file.ts';
import type { ShortLink } from './contract.ts';
import classes from './links.module.css';
import { placeOf } from './networks.tsx';
import { qrPng, qrSvg } from './qr-files.ts';

interface Props {
  /** Null while the window is closed. */
  readonly link: ShortLink | null;
  readonly onClose: () => void;
}

/** A link's QR code, to look at and to take along. */
export function QrWindow({ link, onClose }: Props): ReactElement {
  return (
    <Window opened={link !== null} onClose={onClose} title="QR code">
      {link !== null && <QrOfLink link={link} />}
    </Window>
  );
}

export function QrOfLink({ link }: { readonly link: ShortLink }): ReactElement {
  const file = `qr-${link.url.split('/').at(-1) ?? 'link'}`;
  const savePng = async (): Promise<void> => {
    const blob = await qrPng(link.qrUrl);
    if (blob !== null) saveFile(`${file}.png`, blob);
  };
  return (
    <div className={classes.qr}>
      <QrCode text={link.qrUrl} label={`QR code of the link of ${placeOf(link)}`} />
      <Text size="sm" c="dimmed" ta="center" style={{ overflowWrap: 'anywhere' }}>
        Leads to {link.target}. Scans are counted by themselves, beside the other clicks.
      </Text>
      <Group gap="xs" justify="center">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => saveFile(`${file}.svg`, new Blob([qrSvg(link.qrUrl)], { type: 'image/svg+xml' }))}
        >
          SVG, for print
        </Button>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => void savePng()}>
          PNG
        </Button>
      </Group>
    </div>
  );
}
