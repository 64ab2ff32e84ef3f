import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../test/support/draw.tsx';
import { compare } from '../versions/diff.ts';
import type { Listed, Process, Version } from './contract.ts';
import { DifferenceView } from './difference-view.tsx';
import { RichView } from './rich-view.tsx';

const ana = { id: 'p1', name: 'Ana' };
const listed: Listed = {
  ...{ id: 'a', title: 'Opening', owner: ana, confidential: false, limited: false, reviewBy: null, archived: false },
  ...{ published: 2, open: null, steps: 3, minutes: 12, excerpt: 'Switch on the lights.' },
};
const step = (id: string, given: Partial<Version['steps'][number]> = {}): Version['steps'][number] => ({
  ...{ id, kind: 'do', title: `Step ${id}`, text: '', doer: { kind: 'anyone', id: null } },
  ...{ minutes: null, measure: null, choices: [] },
  ...given,
});
const version = (given: Partial<Version> = {}): Version => ({
  ...{ number: 1, state: 'published', revision: 1, title: 'Opening', body: 'Switch on the **lights**.', steps: [] },
  ...{ note: '', returnedNote: '', writtenBy: ana, submittedBy: null, publishedBy: ana },
  ...{ writtenAt: '2026-05-04T09:00:00Z', publishedAt: '2026-05-04T09:00:00Z' },
  ...given,
});
const process = (given: Partial<Process> = {}): Process => ({
  ...{ id: 'a', owner: ana, confidential: false, reviewBy: null, archived: false, audience: null },
  ...{ published: version(), open: null, names: { bar: 'Bar' }, may: { edit: false, publish: false } },
  ...given,
});
const list = (processes: readonly Listed[], mayWrite = false) =>
  [['processes', 'list', '', false], { processes, mayWrite }] as const;
const page = (given: Process, me: unknown = employee) =>
  drawPage('/processes/a', [
    [['me'], me],
    [['processes', 'a'], given],
  ]);

test('the list says what each process is, and whose', async () => {
  const drawn = await drawPage('/processes', [
    [['me'], employee],
    list([listed, { ...listed, id: 'b', title: 'Pay', confidential: true }]),
  ]);
  expect(drawn.text).toContain('Version 2 · 3 steps · 12 min · Ana answers for it');
  expect(drawn.text).toContain('Pay Confidential');
  expect(drawn.links).toEqual(expect.arrayContaining(['/processes/a', '/processes/b']));
  expect(drawn.buttons).not.toContain('Write a process');
});

test('an empty list says what to do first, to whoever may', async () => {
  const none = await drawPage('/processes', [[['me'], employee], list([])]);
  expect(none.text).toContain('Once a process is published that is meant for you');
  const first = await drawPage('/processes', [[['me'], ownerOf()], list([], true)]);
  expect(first.text).toContain('Begin with one of the templates');
  expect(first.buttons).toContain('Write a process');
});

test('whoever only reads a process is told so in place of its editor, and led back', async () => {
  const { text, links } = await drawPage('/processes/a/edit', [
    [['me'], employee],
    [['processes', 'a'], process()],
  ]);
  expect(text).toContain('Others write on this process');
  expect(links).toContain('/processes/a');
});

test('of two ways on, going through it is the first', async () => {
  const mine = { published: version({ steps: [step('1')] }), may: { edit: true, publish: false } };
  const { html } = await page(process({ ...mine, reviewBy: '2026-06-21' }));
  expect(html).toMatch(/<a(?=[^>]*data-variant="default")[^>]*>.*?Write the next version/s);
  expect(html).toContain('looked through again by 21 June 2026');
});

test('long times are told in hours', async () => {
  const { text } = await drawPage('/processes', [[['me'], employee], list([{ ...listed, minutes: 440 }])]);
  expect(text).toContain('7 h 20 min');
});

test('a process is read with what each step asks for', async () => {
  const steps = [
    step('1', {
      kind: 'measure',
      measure: { unit: '°C', min: 1, max: 7 },
      doer: { kind: 'role', id: 'bar' },
      minutes: 2,
    }),
    step('2', { kind: 'decide', choices: [{ label: 'Too warm', next: 'end' }] }),
  ];
  const drawn = await page(process({ published: version({ steps }) }));
  expect(drawn.text).toContain('Step 1 Measure Bar · 2 min · 1 to 7 °C');
  expect(drawn.text).toContain('Too warm → end');
  expect(drawn.buttons).not.toContain('Write on it');
});

test('whoever decides sees what is different and both ways on; the writer sees that somebody else decides', async () => {
  const open = version({
    number: 2,
    state: 'review',
    body: 'Switch on the **heating**.',
    submittedBy: ana,
    note: 'Winter',
  });
  const deciding = await page(process({ open, may: { edit: true, publish: true } }), ownerOf());
  expect(deciding.text).toContain('What is different: Winter');
  expect(deciding.text).toContain('lights heating');
  expect(deciding.buttons).toEqual(expect.arrayContaining(['Publish it', 'Give it back']));
  const waiting = await page(process({ open, may: { edit: true, publish: false } }), ownerOf());
  expect(waiting.buttons).not.toContain('Publish it');
  expect(waiting.text).toContain('Somebody else publishes it');
});

test('what came back says why', async () => {
  const open = version({ number: 2, state: 'draft', returnedNote: 'Which door?' });
  const drawn = await page(process({ open, may: { edit: true, publish: false } }), ownerOf());
  expect(drawn.text).toContain('It came back from review Which door?');
});

test('what is written brings no foreign picture, no address that does something, no markup', () => {
  const text =
    '![spy](https://spy.example/x.png) [go](javascript:alert(1)) <img src=x onerror=alert(1)> [up](//x.example) [ok](https://ok.example)';
  const drawn = drawPart(<RichView text={text} />);
  expect(drawn.html).not.toContain('<img');
  expect(drawn.links).toEqual(['https://ok.example']);
  const own = '/api/process-pictures/018f0000-0000-7000-8000-0000000000aa';
  expect(drawPart(<RichView text={`![Door](${own})`} />).html).toContain(`src="${own}"`);
});

test('a difference is told in words', () => {
  const nameOf = (id: string) => id;
  const before = version({ steps: [step('1'), step('2')] });
  const after = version({ steps: [step('2'), step('1', { minutes: 5 }), step('3')] });
  const drawn = drawPart(<DifferenceView difference={compare(before, after, nameOf)} nameOf={nameOf} />);
  expect(drawn.text).toContain('Takes: not said 5 min');
  expect(drawn.text).toMatch(/was step [12]/);
  expect(drawn.text).toContain('Step 3 is new: Step 3');
  expect(drawPart(<DifferenceView difference={compare(before, before, nameOf)} nameOf={nameOf} />).text).toBe(
    'Nothing is different.',
  );
});
