import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentOf, templates } from '../templates/templates.ts';
import type { Content } from '../writing/content.ts';
import { stepKinds } from '../writing/step.ts';
import { writeMarkdown } from './editor/kept-markdown.ts';
import { readMarkdown } from './editor/read-markdown.ts';
import { readProcess, writeProcess } from './process-file.ts';

const ids = (content: Content) => {
  const left = content.steps.map(({ id }) => id);
  return () => left.shift() ?? 'none';
};
const nameOf = () => 'Ana';
const written = (text: string) => writeMarkdown(readMarkdown(text));

it.each(templates.map((template) => [template.name, template] as const))(
  '%s is the same after it was saved and read',
  (_name, template) => {
    const content = contentOf(template, () => crypto.randomUUID());
    const tidy = {
      ...content,
      body: written(content.body),
      steps: content.steps.map((step) => ({ ...step, text: written(step.text) })),
    };
    expect(readProcess(writeProcess(content, nameOf), ids(content))).toEqual(tidy);
  },
);

const words = fc
  .array(fc.stringMatching(/^[A-Za-zä0-9#*_`<>[\].:+-]{1,7}$/), { minLength: 1, maxLength: 4 })
  .map((found) => found.join(' '));
const value = fc.integer({ min: -50, max: 500 });
const steps = fc.array(
  fc.record({
    ...{
      id: fc.uuid(),
      kind: fc.constantFrom(...stepKinds),
      title: words,
      text: fc.oneof(fc.constant(''), words.map(written)),
    },
    doer: fc.constant({ kind: 'anyone', id: null } as const),
    minutes: fc.option(fc.integer({ min: 1, max: 1_440 })),
    measure: fc.option(
      fc.oneof(
        fc.record({ unit: fc.constantFrom('', '°C'), min: value, max: value }),
        fc.record({ unit: fc.constantFrom('', '°C'), min: value, max: fc.constant(null) }),
        fc.record({ unit: fc.constantFrom('', '°C'), min: fc.constant(null), max: value }),
      ),
    ),
    choices: fc.array(fc.record({ label: words, next: fc.constantFrom(null, 'end') }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const contents = fc.record({ title: words, body: words.map(written), steps });

it('any process is the same after it was saved and read', () => {
  fc.assert(
    fc.property(contents, (content) => {
      expect(readProcess(writeProcess(content, nameOf), ids(content))).toEqual(content);
    }),
    { numRuns: 200 },
  );
});

it('one value alone is a limit too', () => {
  const read = readProcess('## Steps\n\n1. Float\n\n   - Kind: Measure\n   - Limits: exactly 200 €', () => 'id');
  expect(read.steps).toMatchObject([{ kind: 'measure', measure: { unit: '€', min: 200, max: 200 } }]);
});

it('what others wrote keeps its words', () => {
  const read = readProcess(
    '# Tea\n\nFirst *this*.\n\n## Steps\n\n1. Boil water\n\n   All of it.\n2. Wait\n\n   - Kind: Measure\n   - Limits: at least 3 min\n\nThat is all.',
    () => 'id',
  );
  expect(read).toMatchObject({
    ...{ title: 'Tea', body: 'First *this*.\n\nThat is all.' },
    steps: [
      { kind: 'do', title: 'Boil water', text: 'All of it.' },
      { kind: 'measure', title: 'Wait', measure: { unit: 'min', min: 3, max: null } },
    ],
  });
  expect(readProcess('Only words', () => 'id')).toMatchObject({ title: '', body: 'Only words', steps: [] });
});
