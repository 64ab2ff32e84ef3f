import { describe, expect, it } from 'vitest';
import { checkBlocks, checkView, type Modal } from '../../../platform/slack/index.ts';
import { step } from '../process-world.fixture.ts';
import type { Step } from '../writing/step.ts';
import { readRef, refText, runBlocks, runLine } from './blocks.ts';
import { measureWindow, readMeasure, runWindow, saidWindow } from './windows.ts';

type Shown = Parameters<typeof runBlocks>[0];
type Item = Shown['items'][number];

const runId = '018f0000-0000-7000-8000-0000000000a1';
const around = { timeZone: 'Europe/Berlin' };
const item = (given: Partial<Step> = {}, more: Partial<Item> = {}): Item => {
  const own = step(given);
  return {
    step: { ...own, choices: [...own.choices] },
    ...{ state: 'open', takenBack: 0, mayDo: true, mayTakeBack: false, entry: null },
    ...more,
  };
};
const entry = (more: Partial<NonNullable<Item['entry']>> = {}): NonNullable<Item['entry']> => ({
  ...{ id: 'e1', by: { id: 'p1', name: 'Ana' }, doneAt: '2026-05-04T08:31:00Z', arrivedAt: '2026-05-04T08:31:00Z' },
  ...{ value: null, within: null, choice: null, words: '', pictureId: null },
  ...more,
});
const run = (items: readonly Item[], more: Partial<Shown> = {}): Shown => ({
  ...{
    id: runId,
    processId: 'p',
    title: 'Opening',
    version: 1,
    startedBy: null,
    doer: null,
    doerRole: null,
    about: null,
  },
  ...{ location: null, startedAt: '2026-05-04T08:00:00Z', dueAt: null, state: 'open', endedAt: null, outside: 0 },
  ...{ done: 0, steps: items.length, late: false, mine: true, byItself: false, lateStart: null, stoppedWhy: '' },
  ...{ mayStop: false, names: { p2: 'Bo' }, items: [...items] },
  ...more,
});
const words = (shown: Shown, more: Partial<Parameters<typeof runBlocks>[1]> = {}) =>
  JSON.stringify(runBlocks(shown, { ...around, ...more }));

describe('what a run’s message says', () => {
  it('has a button for each step that may be done, by its kind', () => {
    const kinds = [
      ['do', 'Done'],
      ['check', 'Checked'],
      ['approve', 'Approve'],
      ['sign', 'Sign'],
      ['measure', 'Enter…'],
    ] as const;
    for (const [kind, label] of kinds) expect(words(run([item({ kind })]))).toContain(`"text":"${label}"`);
    expect(words(run([item({ kind: 'photo' })]))).not.toContain('"button"');
    const choices = [
      { label: 'All is well', next: null },
      { label: 'Too warm', next: 'end' },
    ];
    const decide = words(run([item({ kind: 'decide', choices })]));
    expect(decide).toContain('processes.step_decided:0');
    expect(decide).toContain('processes.step_decided:1');
  });

  it('says of the others what is with them: done by whom, waiting, skipped, or for somebody else', () => {
    const measure = { unit: '°C', min: 1, max: 7 };
    const shown = words(
      run([
        item({ title: 'Unlock' }, { state: 'done', mayDo: false, entry: entry() }),
        item(
          { kind: 'measure', title: 'Fridge', measure },
          { state: 'done', mayDo: false, entry: entry({ value: 9, within: false, words: 'Moved the milk' }) },
        ),
        item({ title: 'Later' }, { state: 'later', mayDo: false }),
        item({ title: 'Left out' }, { state: 'skipped', mayDo: false }),
        item({ title: 'Till', doer: { kind: 'person', id: 'p2' } }, { mayDo: false }),
      ]),
    );
    expect(shown).toMatch(/white_check_mark: Unlock \(Ana, <!date/);
    expect(shown).toContain(':warning: Fridge: 9 °C, Moved the milk (Ana');
    expect(shown).toContain(':hourglass_flowing_sand: Later');
    expect(shown).toContain('~Left out~');
    expect(shown).toContain('Till, for Bo');
    expect(shown).not.toContain('"button"');
  });

  it('says how it stands, and about whom and where it is', () => {
    const dueAt = '2026-05-04T09:00:00Z';
    expect(words(run([item()], { dueAt }))).toContain('Until <!date^');
    expect(words(run([item()], { dueAt, late: true }))).toContain('*Late*');
    expect(words(run([item()], { state: 'finished', endedAt: dueAt }))).toContain('Finished');
    expect(words(run([item()], { state: 'stopped', stoppedWhy: 'A <fire>' }))).toContain('Stopped: A &lt;fire&gt;');
    const place = { location: 'Mitte', about: { id: 'p2', name: 'Bo' } };
    expect(words(run([item()], place))).toContain('0 of 1 steps done · Mitte · about Bo');
    expect(words(run([item()]), { notes: ['It begins 2 h late'] })).toContain('It begins 2 h late');
  });

  it('shows no step to whoever has it in hand no more', () => {
    const over = words(run([item({ title: 'Unlock' })]), { over: 'Somebody else has this in hand now.' });
    expect(over).toContain('Somebody else has this in hand now.');
    expect(over).not.toContain('Unlock');
  });

  it('pings nobody and fits Slack, however long it is', () => {
    const text = '<!channel> & '.repeat(40);
    const long = item({ title: text.slice(0, 200), text });
    const many = runBlocks(run(Array.from({ length: 60 }, () => long)), around);
    expect(checkBlocks(many)).toEqual([]);
    expect(many.length).toBeLessThanOrEqual(40);
    // What a screen reader says of a button is plain text, in which nothing is markup.
    const marked = JSON.stringify(many, (key, value) => (key === 'accessibility_label' ? '' : value));
    expect(marked).not.toContain('<!channel>');
    expect(JSON.stringify(many)).toContain('The rest stands on the web.');
    const done = item({ title: text.slice(0, 200) }, { state: 'done', mayDo: false, entry: entry({ words: text }) });
    expect(checkBlocks(runBlocks(run(Array.from({ length: 60 }, () => done)), around))).toEqual([]);
    expect(checkView(runWindow(runId, many))).toEqual([]);
    expect(runLine(run([long]), 'Europe/Berlin').text).toContain('*Opening*');
  });
});

describe('which step a button is about', () => {
  it('is read as it was written, and nothing else is', () => {
    const ref = { runId, stepId: '018f0000-0000-7000-8000-0000000000b1', takenBack: 2 };
    expect(readRef(refText(ref))).toEqual(ref);
    for (const wrong of [null, '', 7, runId, `${runId}/x/0`, `${refText(ref)}/1`, `${runId}/${runId}/-1`])
      expect(readRef(wrong)).toBeNull();
  });
});

describe('the window for a value', () => {
  const ref = { runId, stepId: '018f0000-0000-7000-8000-0000000000b1', takenBack: 0 };
  const fridge = step({ kind: 'measure', title: 'Fridge', measure: { unit: '°C', min: 1, max: 7 } });
  const window = (typed: { value: string; sentence: string } | null = null): Modal =>
    measureWindow({ title: 'Opening' }, fridge, ref, runId, typed);
  const read = (value: string, why = '') =>
    readMeasure(window().private_metadata ?? '', { value: { value }, words: { words: why } });

  it('is one that Slack takes, also with what was typed before', () => {
    expect(checkView(window())).toEqual([]);
    const again = window({ value: '9', sentence: 'That is not right.' });
    expect(checkView(again)).toEqual([]);
    expect(JSON.stringify(again)).toContain('That is not right.');
    expect(JSON.stringify(window())).toContain('It should be 1 to 7 °C.');
    expect(checkView(saidWindow('One moment…'))).toEqual([]);
  });

  it('reads numbers as people type them', () => {
    for (const [typed, value] of [
      ['4.5', 4.5],
      [' 4,5 ', 4.5],
      ['-18', -18],
      ['−18', -18],
      ['+3', 3],
    ] as const)
      expect(read(typed)).toMatchObject({ kind: 'measured', ref, id: runId, value });
    expect(read('9', ' Moved the milk ')).toMatchObject({ words: 'Moved the milk' });
  });

  it('says where it is no number, and takes nothing from a window that is not ours', () => {
    for (const typed of ['', 'warm', '1e5', '4.5.6', '1,000.5', '99999999999'])
      expect(read(typed)).toMatchObject({
        kind: 'wrong',
        errors: { value: expect.stringContaining('Enter a number') },
      });
    for (const metadata of ['', '{}', '{"ref":"x","entryId":"y"}'])
      expect(readMeasure(metadata, { value: { value: '4' } })).toBeNull();
  });
});
