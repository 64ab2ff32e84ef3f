import { Anchor, Button } from '@mantine/core';
import { IconTrendingUp, IconUpload, IconUsersPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import type { Day } from '../../../../web/zoned-time.ts';
import type { Forecast } from './contract.ts';
import type { Draft } from './draft.ts';
import classes from './forecast.module.css';
import { ForecastBench } from './forecast-bench.tsx';
import type { ForecastSearch } from './forecast-search.ts';
import { measureWords } from './forecast-words.ts';
import { HeadcountWindow } from './headcount-window.tsx';
import { MeasureWindow } from './measure-window.tsx';
import { ProjectWindow } from './project-window.tsx';
import { useSaving } from './use-saving.ts';

interface Props {
  readonly forecast: Forecast;
  /** The numbers are still those of the week before. */
  readonly isStale: boolean;
  readonly draft: Draft;
  readonly day: Day;
  readonly today: Day;
  readonly allHours: boolean;
  readonly onDraft: (change: (draft: Draft) => Draft) => void;
  readonly onGo: (next: ForecastSearch) => void;
}

type Opened = 'measure' | 'project' | 'headcount';

/** The forecast of a role in a week, with what can be done with it. */
export function RoleForecast(props: Props): ReactElement {
  const { forecast, isStale, draft, onDraft, onGo } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const saving = useSaving(forecast, draft, onDraft);
  const close = () => setOpened(null);
  const span = { from: forecast.days[0]?.day ?? props.day, to: forecast.days.at(-1)?.day ?? props.day };
  const asked = { forecast, span, saving, unsaved: draft.changes.size, onClose: close };
  return (
    <>
      <div className={classes.toolbar}>
        <p className={classes.measure}>
          {measureWords(forecast)}{' '}
          <Anchor component="button" type="button" size="sm" onClick={() => setOpened('measure')}>
            Change
          </Anchor>
        </p>
        <div>
          <LinkButton to="/team/forecast/import" variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
            Import
          </LinkButton>
          <Button
            variant="default"
            leftSection={<IconTrendingUp size={16} aria-hidden />}
            onClick={() => setOpened('project')}
          >
            Project
          </Button>
          <Button leftSection={<IconUsersPlus size={16} aria-hidden />} onClick={() => setOpened('headcount')}>
            Propose headcount
          </Button>
        </div>
      </div>
      <div data-stale={isStale} aria-busy={isStale} className={classes.stack}>
        <ForecastBench
          {...{ forecast, draft, saving, onDraft }}
          {...{ day: props.day, today: props.today, allHours: props.allHours }}
          onDay={(day) => onGo({ day })}
          onAllHours={() => onGo({ hours: 'all' })}
        />
      </div>
      {opened === 'measure' && <MeasureWindow forecast={forecast} onClose={close} />}
      {opened === 'project' && <ProjectWindow {...asked} />}
      {opened === 'headcount' && <HeadcountWindow {...asked} />}
    </>
  );
}
