import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { OfferedNetwork } from '../contract.ts';
import { type NetworkName, networkNames, networkTitles } from '../network.ts';
import { NetworkLogo } from '../network-logo.tsx';
import classes from './composer.module.css';
import { isUsable, postingNotes } from './offer.ts';

interface Props {
  readonly offered: readonly OfferedNetwork[];
  readonly chosen: readonly NetworkName[];
  readonly error: string | undefined;
  readonly onChange: (network: NetworkName, chosen: boolean) => void;
}

/** The networks that people can share on; those that nobody can use here say why. */
export function NetworkPicker({ offered, chosen, error, onChange }: Props): ReactElement {
  const unusable = offered.filter((network) => !isUsable(network));
  return (
    <fieldset className={classes.networks}>
      <legend>Networks</legend>
      <div className={classes.chips}>
        {networkNames.map((network) => (
          <label key={network} className={classes.chip}>
            <input
              type="checkbox"
              checked={chosen.includes(network)}
              disabled={!chosen.includes(network) && unusable.some(({ name }) => name === network)}
              aria-invalid={error !== undefined}
              onChange={(event) => onChange(network, event.currentTarget.checked)}
            />
            <NetworkLogo network={network} />
            {networkTitles[network]}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
      {[...postingNotes(offered, chosen), ...unusable.map(({ unavailable }) => unavailable)].map((note) => (
        <Text key={note} size="xs" c="dimmed">
          {note}
        </Text>
      ))}
    </fieldset>
  );
}
