import { expect, test } from 'vitest';
import { channels, ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { deviceStorage } from '../../../../../test/support/device-storage.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { TemplatePicker } from './template-picker.tsx';

deviceStorage();

const templates = [
  { id: 'one', name: 'Usual', utm: { source: '{network}', medium: 'advocacy' }, isDefault: true },
  { id: 'two', name: 'Jobs', utm: { campaign: 'jobs' }, isDefault: false },
];
const approver = { ...publisher, can: { ...publisher.can, publish: false, approve: true } };
const kept = (some: readonly object[]) => [['requests', 'utm-templates'], { templates: some }] as const;
const settings = (me: unknown, some: readonly object[] = templates) =>
  drawPage('/requests/settings', [[['me'], me], [['requests', 'settings'], { approvals: 'off' }], kept(some)]);
const compose = (some: readonly object[]) =>
  drawPage('/requests/new', [
    [['me'], ownerOf()],
    [['disclosure'], { words: '' }],
    [['networks'], { networks: [], lately: [], hashtags: [] }],
    [['slack', 'channels'], { channels }],
    kept(some),
  ]);

test('the settings list what each template fills in, and which one new requests begin with', async () => {
  const page = await settings(ownerOf());
  expect(page.text).toContain('utm_source={network} · utm_medium=advocacy');
  expect(page.text).toMatch(/Usual New requests.*Jobs/);
  expect(page.buttons).toEqual(expect.arrayContaining(['Change Usual', 'Delete Jobs', 'Add a template']));
});

test('without any there is one to add, and who may not publish only reads them', async () => {
  expect((await settings(ownerOf(), [])).text).toContain('None yet.');
  const read = await settings(approver);
  expect(read.text).toContain('Jobs');
  for (const act of ['Change Usual', 'Delete Usual', 'Add a template']) expect(read.buttons).not.toContain(act);
});

test('a new request begins with the default, and with nothing where there is none', async () => {
  const begun = await compose(templates);
  expect(begun.text).toContain('2 UTM parameters');
  expect(begun.html).toContain('value="{network}"');
  expect(begun.html).toContain('value="Usual"');
  expect((await compose(templates.slice(1))).text).toContain('UTM parameters for your own web analytics');
});

test('the picker names the template by what the parameters say', () => {
  const draw = (utm: Readonly<Record<string, string>>) =>
    drawPart(<TemplatePicker utm={utm} disabled={false} onPick={() => undefined} />, [kept(templates)]).html;
  expect(draw({ source: '', campaign: 'jobs ' })).toContain('value="Jobs"');
  expect(draw({ campaign: 'jobs', term: 'x' })).not.toContain('value="Jobs"');
  expect(
    drawPart(<TemplatePicker utm={{}} disabled={false} onPick={() => undefined} />, [kept([])]).html,
  ).not.toContain('Template');
});
