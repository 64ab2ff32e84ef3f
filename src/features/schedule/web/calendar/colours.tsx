import { ColorSwatch, Input } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { palette } from '../../work/palette.ts';
import classes from './calendar.module.css';
import { colourOf } from './event-block.tsx';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (colour: string | null) => void;
  /** The words for no colour of its own; without them a colour has to be chosen. */
  readonly none?: string;
  readonly error?: string | undefined;
}

/** Chooses a colour by its name. */
export function ColourField({ label, value, onChange, none, error }: Props): ReactElement {
  return (
    <Input.Wrapper label={label} error={error}>
      <div className={classes.swatches} role="radiogroup" aria-label={label}>
        {[...(none === undefined ? [] : [null]), ...palette].map((colour) => (
          <ColorSwatch
            key={colour ?? 'none'}
            component="button"
            type="button"
            size={28}
            color={colour === null ? 'transparent' : colourOf(colour)}
            role="radio"
            aria-checked={value === colour}
            aria-label={colour ?? none}
            title={colour ?? none}
            onClick={() => onChange(colour)}
            style={{ cursor: 'pointer' }}
          >
            {value === colour && <IconCheck size={16} aria-hidden />}
          </ColorSwatch>
        ))}
      </div>
    </Input.Wrapper>
  );
}
