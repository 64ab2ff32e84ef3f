import { expect, test } from 'vitest';
import { drawPart } from '../../../../../test/support/draw.tsx';
import { CandidateList } from './candidate-window.tsx';
import { personOf, planOf, shiftOf } from './plan.fixture.ts';
import type { Outcome } from './update-contract.ts';
import { AtWork } from './update-panel.tsx';
import { UpdateResult } from './update-result.tsx';
import { UpdateStart } from './update-start.tsx';

const ignore = () => undefined;
const against = (words: string, overrulable = true) => ({ hard: true, words, overrulable });
const candidate = (name: string, allowed: boolean, reasons: readonly ReturnType<typeof against>[] = []) => ({
  personId: name,
  name,
  allowed,
  reasons: [...reasons],
  price: 0,
});

test('who may gets the shift at once, who may not only against a rule that can be overruled', () => {
  const candidates = [
    candidate('Ana', true),
    candidate('Ben', false, [against('Rest of 11 h')]),
    candidate('Cleo', false, [against('Works then already', false)]),
  ];
  const { buttons, text } = drawPart(
    <CandidateList candidates={{ candidates, fixes: [] }} word="Assign" onChoose={ignore} />,
  );
  expect(buttons).toEqual(['Assign Ana', 'Overrule the rules for Ben']);
  expect(text).toContain('Works then already can’t be overruled');
});

test('where nobody may, the cheapest ways are said', () => {
  const fixes = [{ personId: 'Ben', sentence: 'Ask for it: not available Mon 12:00–13:00' }];
  const list = { candidates: [candidate('Ben', false, [against('Not available')])], fixes };
  const { text } = drawPart(<CandidateList candidates={list} word="Assign" onChoose={ignore} />);
  expect(text).toContain('Nobody may take this shift');
  expect(text).toContain('Ben: ask for it: not available Mon 12:00–13:00');
});

test('an update at work shows how far it is and can be stopped', () => {
  const progress = { best: 12, bound: 10, missing: 1, seconds: 3, limit: 30 };
  const { text, buttons } = drawPart(<AtWork progress={progress} isStopping={false} onStop={ignore} />);
  expect(text).toContain('3 of 30 s');
  expect(buttons).toEqual(['Stop and keep the best']);
});

test('an update leaves what people were told, unless that is asked for', () => {
  const { text, html } = drawPart(<UpdateStart periodId="p1" plan={planOf()} />);
  expect(text).toContain('Also change what people were told Shifts that are published stay with whom they were given');
  expect(new Set(html.match(/data-checked="\w+"/g))).toEqual(new Set(['data-checked="false"']));
});

test('a result says what changes and what stays open', () => {
  const plan = planOf({
    people: [personOf('ana', [], { name: 'Ana' })],
    shifts: [shiftOf('s1', '2026-03-02'), shiftOf('s2', '2026-03-03')],
  });
  const sum = { open: 2, minutes: 0, costMinor: null, otherCosts: [] };
  const outcome: Outcome = {
    added: [{ shiftId: 's1', personId: 'ana' }],
    removed: [],
    kept: 0,
    missing: 1,
    filled: 1,
    unfilled: [{ shiftId: 's2', missing: 1, candidates: [{ personId: 'ana', words: 'Rest of 11 h' }], fixes: [] }],
    before: sum,
    after: { ...sum, open: 1, minutes: 480 },
    ended: 'optimal',
    seed: 7,
  };
  const { text, buttons } = drawPart(
    <UpdateResult outcome={outcome} plan={plan} busy={false} onTake={ignore} onDrop={ignore} />,
  );
  expect(text).toContain('1 shift given, 0 taken away, 0 kept.');
  expect(text).toContain('Still open: 1 place');
  expect(text).toContain('1 shift more');
  expect(buttons).toEqual(expect.arrayContaining(['Discard', 'Take']));
});
