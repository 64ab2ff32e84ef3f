/**
 * The schedule's solver against best known values of the published shift scheduling instances, and on two companies' fortnights.
 * `--instances=1,8` and `--people=50,300` choose (empty: none), `--seconds=30` limits each. Every roster is checked by code that shares nothing
 * with the solver. Seconds are CPU seconds of one thread, so that other work on the machine doesn't change them.
 */
import { checkRoster } from '../src/features/schedule/solver/check-roster.fixture.ts';
import { loadHighs } from '../src/features/schedule/solver/load-highs.ts';
import type { Progress, RosterAnswer, RosterProblem } from '../src/features/schedule/solver/problem.ts';
import { checkPublished } from '../src/features/schedule/solver/published.fixture.ts';
import { solveRoster } from '../src/features/schedule/solver/solve.ts';
import type { Watch } from '../src/features/schedule/solver/watch.ts';
import { type Figures, present, progress, small } from './lab/figures.ts';
import { companyRoster } from './lab/rosters.ts';
import { bestKnown, parseInstance, readInstance, toPublished } from './lab/shift-scheduling.ts';

const everyInstance = Object.keys(bestKnown).map(Number);
const instances = listFrom('instances') ?? (small ? [1, 2, 4] : everyInstance);
const companies = listFrom('people') ?? (small ? [20] : [50, 300]);
const seconds = listFrom('seconds')?.[0] ?? (small ? 5 : undefined);
const seed = listFrom('seed')?.[0] ?? 1;

/** Places of all shifts of a fortnight, by people. */
const placesOf = (people: number) => (people <= 50 ? people * 12 : people * 9);

function listFrom(flag: string): readonly number[] | undefined {
  const given = process.argv.find((argument) => argument.startsWith(`--${flag}=`))?.split('=')[1];
  return given
    ?.split(',')
    .filter((part) => part !== '')
    .map(Number);
}

const highs = await loadHighs();

/** One value of the best roster, and when it was there. */
interface Step {
  readonly seconds: number;
  readonly best: number;
  readonly missing: number;
}

interface Run {
  readonly answer: RosterAnswer;
  readonly steps: readonly Step[];
}

/** @param enough ends the run when the sum is as low as this; when there is none, work ends it as it does for the product */
function run(problem: RosterProblem, limit: number, enough: number | null): Run {
  const started = process.cpuUsage();
  const steps: Step[] = [];
  const watch: Watch = {
    limit,
    seconds: () => {
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1e6;
    },
    stopped: () => enough !== null && (steps.at(-1)?.best ?? Number.POSITIVE_INFINITY) <= enough,
  };
  const onProgress = ({ stage, best, missing, seconds: at }: Progress) => {
    if (stage === null) steps.push({ seconds: at, best, missing });
  };
  const settings = enough === null ? { seed } : { seed, work: Number.POSITIVE_INFINITY };
  const outcome = solveRoster(highs, problem, watch, settings, { onBest: () => {}, onProgress });
  if (outcome.kind !== 'roster') throw new Error(`The solver said ${outcome.kind}`);
  return { answer: outcome, steps };
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
const broken: string[] = [];

function published(instance: number): readonly string[] {
  const text = readInstance(instance);
  const problem = parseInstance(text);
  const known = bestKnown[instance] ?? 0;
  const { answer, steps } = run(problem, seconds ?? (instance < 8 ? 60 : 120), known);
  const { faults, objective } = checkPublished(text, toPublished(problem, answer.assignments));
  const name = `instance ${instance}`;
  if (faults.length > 0 || objective !== answer.value) broken.push(`${name}: ${faults.join('; ')} (${objective})`);
  const allowed = instance < 8 ? known : known * 1.03;
  if (objective > allowed && !small) broken.push(`${name} came to ${objective}, ${known} is the best known`);
  const reached = steps.find(({ best }) => best <= answer.value)?.seconds ?? answer.seconds;
  const gap = percent(objective - known, known);
  return [name, String(objective), String(known), gap, boundOf(answer), '', '', reached.toFixed(1), ''];
}

function company(people: number): readonly string[] {
  const problem = companyRoster(people, placesOf(people), seed);
  const { answer, steps } = run(problem, seconds ?? (people > 100 ? 180 : 60), null);
  const verdict = checkRoster(problem, answer.assignments);
  const name = `${people} people × 14 days, ${placesOf(people)} places`;
  if (verdict.faults.length > 0 || verdict.value !== answer.value) broken.push(`${name}: ${verdict.faults.join('; ')}`);
  const first = steps.find(({ missing }) => missing === 0)?.seconds;
  const after30 = steps.findLast(({ seconds: at, missing }) => at <= 30 && missing === 0)?.best;
  if (!small && people === 50) {
    if (first === undefined || first > 5) broken.push(`${name}: the first full roster was there after ${first} s`);
    if (after30 === undefined || after30 > answer.value * 1.02) broken.push(`${name}: ${after30} after 30 s`);
  }
  if (!small && first === undefined) broken.push(`${name}: no roster is full`);
  const above = after30 === undefined ? '' : percent(after30 - answer.value, answer.value);
  const full = first === undefined ? '' : first.toFixed(1);
  return [name, String(answer.value), '', '', boundOf(answer), full, above, answer.seconds.toFixed(1), answer.ended];
}

function boundOf({ bound, value }: RosterAnswer): string {
  return bound === null ? '' : percent(value - bound, value);
}

async function measure(): Promise<Figures> {
  const rows: (readonly string[])[] = [];
  const add = (name: string, of: () => readonly string[]) => {
    progress(`${name} …`);
    rows.push(of());
    progress(rows.at(-1)?.join(' | ') ?? '');
  };
  for (const instance of instances) add(`instance ${instance}`, () => published(instance));
  for (const people of companies) add(`${people} people`, () => company(people));
  return {
    title: 'Making schedules',
    how: `Each case solved once with seed ${seed} in one thread, published instances until the best known value is reached or for 60 s (8 and up: 120 s), companies with the work that is usual for their size, for 60 s at most (300 people: 180 s). Rosters are checked by code of their own.`,
    head: [
      'case',
      'found',
      'best known',
      'gap',
      'above bound',
      'first full, s',
      '30 s above final',
      'CPU s',
      'ended by',
    ],
    rows,
    notes: [
      '*CPU s* of an instance: until its value was found; of a company: in all. *Above bound*: how far the found value can be from the optimum at most.',
      `Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`,
    ],
    broken,
  };
}

await present(measure);
