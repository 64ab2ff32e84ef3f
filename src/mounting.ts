import type { People } from './features/people/index.ts';
import { type ProcessParts, processSurface, runsSection, runsWord } from './features/processes/index.ts';
import {
  clockWord,
  type ScheduleParts,
  scheduleSection,
  scheduleSurface,
  shiftsWord,
} from './features/schedule/index.ts';
import { homePublisher, shareSurface, type WebParts } from './features/share/index.ts';
import type { SlackSurface } from './platform/slack/index.ts';

/** The slices that speak in Slack. */
interface Speaking {
  readonly share: WebParts;
  readonly people: People;
  readonly schedule: ScheduleParts;
  readonly processes: ProcessParts;
}

/** What the schedule and processes add to `/coact` and to the Home tab. */
export function wordsInSlack(
  schedule: ScheduleParts,
  processes: ProcessParts,
): Pick<WebParts, 'commandWords' | 'homeSections'> {
  return {
    commandWords: [shiftsWord(schedule), clockWord(schedule), runsWord(processes)],
    homeSections: [scheduleSection(schedule), runsSection(processes)],
  };
}

/** What people do in Slack, slice by slice; each shows their Home tab as it is afterwards. */
export function surfacesOf({ share, people, schedule, processes }: Speaking): readonly SlackSurface[] {
  const refreshHome = homePublisher(share);
  return [
    ...[shareSurface(share), people.slackSurface],
    ...[scheduleSurface({ ...schedule, refreshHome }), processSurface({ ...processes, refreshHome })],
  ];
}
