import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { CopyLink } from '../../../web/controls/copy.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { formatCount } from '../../../web/figures.ts';
import { useTimeZone } from '../../../web/queries.ts';
import { formatDateTime } from '../../../web/zoned-time.ts';
import { linksQuery, type ShortLink } from './contract.ts';
import { LinkWindow } from './link-window.tsx';
import classes from './links.module.css';
import { placeOf, Where } from './networks.tsx';
import { QrWindow } from './qr-window.tsx';

/** The tracked links of a request: one per network and version, never one per person. */
export function LinksPanel({ requestId }: { readonly requestId: string }): ReactElement | null {
  const links = useQuery(linksQuery(requestId));
  if (links.data?.links.length === 0) return null;
  return (
    <Panel
      title="Links"
      explains="One for each version, shared by everybody: a click never points to a person. Robots are counted apart."
    >
      {links.isPending && <LoadingLines count={3} />}
      {links.isError && <ErrorPanel error={links.error} onRetry={() => void links.refetch()} />}
      {links.data !== undefined && <Links requestId={requestId} links={links.data.links} />}
    </Panel>
  );
}

interface LinksProps {
  readonly requestId: string;
  readonly links: readonly ShortLink[];
}

function Links({ requestId, links }: LinksProps): ReactElement {
  const [shown, setShown] = useState<ShortLink | null>(null);
  const [changed, setChanged] = useState<ShortLink | null>(null);
  return (
    <>
      <table className={classes.links}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Short link</th>
            <th scope="col">Clicks</th>
            <th scope="col">By QR</th>
            <th scope="col">Robots</th>
            <th scope="col">
              <span className={classes.unseen}>What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <Row key={link.id} link={link} onShow={() => setShown(link)} onChange={() => setChanged(link)} />
          ))}
        </tbody>
      </table>
      <QrWindow link={shown} onClose={() => setShown(null)} />
      <LinkWindow requestId={requestId} link={changed} hasOthers={links.length > 1} onClose={() => setChanged(null)} />
    </>
  );
}

interface RowProps {
  readonly link: ShortLink;
  readonly onShow: () => void;
  readonly onChange: () => void;
}

function Row({ link, onShow, onChange }: RowProps): ReactElement {
  const place = placeOf(link);
  return (
    <tr>
      <td>
        <Where {...link} />
      </td>
      <td>
        <CopyLink value={link.url} label={`Copy the link of ${place}`} />
        <Ending link={link} />
      </td>
      <td className="tabular" data-label="Clicks">
        {formatCount(link.clicks.total)}
      </td>
      <td className="tabular" data-label="By QR">
        {formatCount(link.clicks.scans)}
      </td>
      <td className="tabular" data-label="Robots">
        {formatCount(link.clicks.robots)}
      </td>
      <td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Act label={`QR code of ${place}`} short="QR code" icon={<IconQrcode size={18} />} onClick={onShow} />
          <Act
            label={`Change the link of ${place}`}
            short="Change"
            icon={<IconPencil size={18} />}
            onClick={onChange}
          />
        </Group>
      </td>
    </tr>
  );
}

interface ActProps {
  readonly label: string;
  readonly short: string;
  readonly icon: ReactElement;
  readonly onClick: () => void;
}

function Act({ label, short, icon, onClick }: ActProps): ReactElement {
  return (
    <Tooltip label={short}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** Until when it works, where it has an end. */
function Ending({ link }: { readonly link: ShortLink }): ReactElement | null {
  const timeZone = useTimeZone();
  if (link.endsAt === null) return null;
  const isOver = Date.parse(link.endsAt) <= Date.now();
  const then = link.targetAfter === null ? '' : `, ${isOver ? 'leads' : 'then leads'} to ${link.targetAfter}`;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {isOver ? 'Ended' : 'Ends'} {formatDateTime(link.endsAt, timeZone)}
      {then}
    </Text>
  );
}
