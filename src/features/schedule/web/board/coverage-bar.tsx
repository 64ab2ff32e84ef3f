import type { ReactElement } from 'react';
import classes from './board.module.css';
import { type Coverage, coverageWords } from './coverage.ts';

/** How many of the places of a day are filled, as a bar and in figures. */
export function CoverageBar({ coverage }: { readonly coverage: Coverage | undefined }): ReactElement | null {
  if (coverage === undefined || (coverage.needed === 0 && coverage.beyond === 0)) return null;
  const { needed, given } = coverage;
  const words = coverageWords(coverage);
  const part = needed === 0 ? 100 : (given / needed) * 100;
  return (
    <span className={classes.coverage} data-full={given === needed} title={words} role="img" aria-label={words}>
      <i>
        <i style={{ width: `${part}%` }} />
      </i>
      <small>
        {given}/{needed}
      </small>
    </span>
  );
}
