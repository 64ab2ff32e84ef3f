import { IconBrandBluesky, IconLink } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { CopyLink } from '../../../../web/controls/copy.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { formatCount } from '../../../../web/figures.ts';
import type { RequestFigures } from '../contract.ts';
import classes from './requests.module.css';

const names: Readonly<Record<string, string>> = { bluesky: 'Bluesky', slack: 'Slack' };

/** The tracked links: one per network and version, never one per person. */
export function ShortLinks({ links }: { readonly links: RequestFigures['links'] }): ReactElement {
  return (
    <Panel title="Links" explains="One for each version, shared by everybody: a click never points to a person.">
      <table className={classes.links}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Short link</th>
            <th scope="col">Clicks</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => {
            const Icon = link.network === 'bluesky' ? IconBrandBluesky : IconLink;
            return (
              <tr key={`${link.network} ${link.variant}`}>
                <td>
                  <Icon
                    size={16}
                    aria-label={names[link.network] ?? link.network}
                    style={{ verticalAlign: '-2px', marginRight: 8 }}
                  />
                  Version {link.variant + 1}
                </td>
                <td>
                  <CopyLink value={link.url} label={`Copy the link of version ${link.variant + 1}`} />
                </td>
                <td className="tabular">{formatCount(link.clicks)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
