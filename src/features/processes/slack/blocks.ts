import type { z } from '@hono/zod-openapi';
import {
  actions,
  type Block,
  button,
  context,
  lines,
  type Mrkdwn,
  mrkdwn,
  section,
  slackDate,
} from '../../../platform/slack/index.ts';
import type { runListed, runShape } from '../runs/shapes.ts';
import { timeWords } from '../runs/time-words.ts';
import { limitWords } from '../writing/step.ts';

type Shown = z.infer<typeof runShape>;
type Listed = z.infer<typeof runListed>;
type Item = Shown['items'][number];

/** What the buttons of a run do; their value says of what run and step. */
export const runActions = {
  done: 'processes.step_done',
  measure: 'processes.step_measured',
  /** With the number of the choice behind a colon. */
  decide: 'processes.step_decided',
  open: 'processes.open_run',
  /** Opens a page; the click only has to be answered. */
  opened: 'processes.opened',
} as const;

/**
 * Which step a button is about. `takenBack` tells a button that was drawn before something was taken back from one drawn after:
 * a click that Slack delivers late does not do again what somebody has undone.
 */
export interface StepRef {
  readonly runId: string;
  readonly stepId: string;
  readonly takenBack: number;
}

export const refText = ({ runId, stepId, takenBack }: StepRef): string => `${runId}/${stepId}/${takenBack}`;

/** Reads what {@link refText} wrote; null for what it did not. */
export function readRef(text: unknown): StepRef | null {
  const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
  const found = typeof text === 'string' ? new RegExp(`^(${uuid})/(${uuid})/(\\d{1,4})$`).exec(text) : null;
  return found && { runId: found[1] ?? '', stepId: found[2] ?? '', takenBack: Number(found[3]) };
}

interface Around {
  /** The organisation's, for clients that can't draw a time. */
  readonly timeZone: string;
  readonly notes?: readonly string[];
  /** Why there is nothing to do here any more. */
  readonly over?: string;
}

/** Slack refuses messages of more than about 13,000 characters of JSON; a link is added to these. */
const mostJson = 11_500;
const mostBlocks = 38;

/** A run as its message and its window show it: what is done, by whom, and a button for each step that may be done now. */
export function runBlocks(run: Shown, around: Around): readonly Block[] {
  const head = [section(lines(mrkdwn`*${run.title}*`, ...headLines(run, around)))];
  if (around.over !== undefined) return head;
  const rows = grouped(run, around);
  const kept = fitting(rows, mostJson - JSON.stringify(head).length);
  const left = rows.length - kept.length;
  return [...head, ...kept.flat(), ...(left > 0 ? [context([mrkdwn`The rest stands on the web.`])] : [])];
}

/** A run in two lines, for lists. */
export function runLine(run: Listed, timeZone: string): Mrkdwn {
  return lines(mrkdwn`*${run.title}*`, ...headLines(run, { timeZone }));
}

function headLines(run: Listed & Partial<Pick<Shown, 'stoppedWhy'>>, { timeZone, notes = [], over }: Around): Mrkdwn[] {
  const place = `${run.location === null ? '' : ` · ${run.location}`}${run.about === null ? '' : ` · about ${run.about.name}`}`;
  const progress = mrkdwn`${run.done} of ${run.steps} steps done${place}`;
  const rows = over === undefined ? [stateLine(run, timeZone), progress] : [mrkdwn`${over}`];
  return [...rows.filter(({ text }) => text !== ''), ...notes.map((note) => mrkdwn`${note}`)];
}

function stateLine(run: Listed & Partial<Pick<Shown, 'stoppedWhy'>>, timeZone: string): Mrkdwn {
  if (run.state === 'finished') return mrkdwn`:white_check_mark: Finished ${when(run.endedAt, timeZone)}`;
  if (run.state === 'stopped') return mrkdwn`:no_entry_sign: Stopped: ${run.stoppedWhy ?? ''}`;
  if (run.dueAt === null) return mrkdwn``;
  return run.late
    ? mrkdwn`:warning: *Late*: it was to be done by ${when(run.dueAt, timeZone)}`
    : mrkdwn`Until ${when(run.dueAt, timeZone)}`;
}

const when = (at: string | null, timeZone: string): Mrkdwn =>
  at === null ? mrkdwn`` : slackDate(new Date(at), timeWords(new Date(at), timeZone));

/** Steps with a button stand alone; others that follow each other share a block. */
function grouped(run: Shown, around: Around): readonly (readonly Block[])[] {
  const rows: Block[][] = [];
  let plain: Mrkdwn[] = [];
  const flush = () => {
    if (plain.length > 0) rows.push([section(lines(...plain))]);
    plain = [];
  };
  for (const item of run.items) {
    const line = stepLine(item, run.names, around.timeZone);
    const acting = item.mayDo ? actingBlocks(run.id, item, line) : null;
    if (acting === null) {
      if (plain.reduce((sum, { text }) => sum + text.length, line.text.length) > 2_500) flush();
      plain.push(line);
    } else {
      flush();
      rows.push(acting);
    }
  }
  flush();
  return rows;
}

function fitting(rows: readonly (readonly Block[])[], most: number): readonly (readonly Block[])[] {
  let [json, blocks] = [0, 1];
  const end = rows.findIndex((row) => {
    json += JSON.stringify(row).length;
    blocks += row.length;
    return json > most || blocks >= mostBlocks;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

function stepLine({ step, state, entry, mayDo }: Item, names: Shown['names'], timeZone: string): Mrkdwn {
  const title = short(step.title, 200);
  if (state === 'skipped') return mrkdwn`:heavy_minus_sign: ~${title}~`;
  if (state === 'done' && entry !== null) {
    const mark = entry.within === false ? ':warning:' : ':white_check_mark:';
    const what = noted(step, entry);
    return mrkdwn`${{ ...mrkdwn``, text: mark }} ${title}${what === '' ? '' : `: ${what}`} (${entry.by?.name ?? 'Somebody'}, ${when(entry.doneAt, timeZone)})`;
  }
  if (state === 'later') return mrkdwn`:hourglass_flowing_sand: ${title}`;
  const limits = step.measure === null ? '' : `, ${limitWords(step.measure)}`;
  const whose = mayDo || step.doer.id === null ? '' : `, for ${names[step.doer.id] ?? 'somebody else'}`;
  const photo = step.kind === 'photo' ? ', a photo: take it on the web' : '';
  const others = !mayDo && step.kind === 'approve' && whose === '' ? ', to be approved by somebody else' : '';
  return mrkdwn`:white_large_square: ${title}${limits}${whose}${photo}${others}`;
}

function noted(step: Item['step'], entry: NonNullable<Item['entry']>): string {
  const value = entry.value === null ? '' : `${entry.value} ${step.measure?.unit ?? ''}`.trim();
  const choice = entry.choice === null ? '' : (step.choices[entry.choice]?.label ?? '');
  return [value || choice, short(entry.words, 120)].filter(Boolean).join(', ');
}

const labels = { do: 'Done', check: 'Checked', approve: 'Approve', sign: 'Sign' } as const;

/** Null for a step that Slack can't do. */
function actingBlocks(runId: string, { step, takenBack }: Item, line: Mrkdwn): Block[] | null {
  if (step.kind === 'photo') return null;
  const value = refText({ runId, stepId: step.id, takenBack });
  const text = step.text.trim() === '' ? line : lines(line, mrkdwn`${short(step.text.trim(), 200)}`);
  const label = (word: string) => short(`${word}: ${step.title}`, 75);
  if (step.kind === 'decide') {
    const buttons = step.choices.map((choice, index) =>
      button({ actionId: `${runActions.decide}:${index}`, text: choice.label, value, label: label(choice.label) }),
    );
    return [section(text), actions(buttons)];
  }
  const measured = step.kind === 'measure';
  const word = step.kind === 'measure' ? 'Enter…' : labels[step.kind];
  const actionId = measured ? runActions.measure : runActions.done;
  return [section(text, { accessory: button({ actionId, text: word, value, label: label(word) }) })];
}
