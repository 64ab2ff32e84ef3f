import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeBlocks, judgeView } from '../../../../test/support/slack-fake/block-rules.ts';
import {
  actions,
  type Block,
  button,
  checkBlocks,
  checkboxes,
  checkView,
  confirm,
  context,
  datePicker,
  dateTimePicker,
  divider,
  fields,
  header,
  home,
  image,
  input,
  modal,
  mrkdwn,
  multiSelect,
  option,
  overflow,
  picture,
  plain,
  radioButtons,
  section,
  select,
  textInput,
  timePicker,
} from './index.ts';

const long = 'ü👩‍💻x'.repeat(2_000);
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value));

/** One of everything, made from the same words. */
function everything(words: string): readonly Block[] {
  const options = [option('1', words, words), option('2', words)];
  return [
    header(words),
    section(mrkdwn`*${words}*`, { accessory: picture('https://x.example/p.png', words || 'alt') }),
    fields([plain(words, 9_999), mrkdwn`a ${words}`]),
    context([mrkdwn`c ${words}`, picture('https://x.example/p.png', words || 'alt')]),
    image('https://x.example/p.png', words || 'alt', words),
    divider(),
    actions([
      button({ actionId: 'a', text: words, value: 'v', style: 'primary', label: words }),
      button({
        actionId: 'b',
        text: words,
        url: 'https://x.example',
        confirm: confirm({ title: words, text: words, confirm: words, deny: words }),
      }),
      overflow('c', options),
      select({ actionId: 'd', options, initial: '2', placeholder: words }),
      datePicker('e', '2026-05-04'),
      timePicker('f', '09:00', 'Europe/Lisbon'),
      dateTimePicker('g', new Date('2026-05-04T09:00:00Z')),
    ]),
  ];
}

const form = (words: string) => [
  input({
    blockId: 'i1',
    label: words,
    hint: words,
    element: textInput({ actionId: 'x', multiline: true, initial: words, maxLength: 300, placeholder: words }),
  }),
  input({
    blockId: 'i2',
    label: words,
    element: radioButtons({ actionId: 'y', options: [option('1', words)], initial: '1' }),
    optional: true,
  }),
  input({
    blockId: 'i4',
    label: words,
    element: multiSelect({ actionId: 'm', options: [option('1', words), option('2', words)], placeholder: words }),
  }),
  input({
    blockId: 'i3',
    label: words,
    element: checkboxes({ actionId: 'z', options: [option('1', words)], initial: [] }),
  }),
];

describe('builders', () => {
  it.each(['short', long, '', '<&>'.repeat(3_000)])(
    'make blocks that Slack takes, whatever the words (%#)',
    (words) => {
      expect(judgeBlocks(asSent(everything(words)), 50)).toEqual([]);
      expect(checkView(home(everything(words)))).toEqual([]);
      expect(judgeView(asSent(home(everything(words))))).toEqual([]);
    },
  );

  it.each(['short', long])('make windows that Slack takes (%#)', (words) => {
    const view = modal({
      callbackId: 'c',
      title: words,
      submit: words,
      close: words,
      blocks: form(words),
      metadata: 'm',
    });
    expect(checkView(view)).toEqual([]);
    expect(judgeView(asSent(view))).toEqual([]);
  });

  it('keep the limits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 4_000 }), (words) => {
        expect(judgeBlocks(asSent(everything(words)), 50)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('throw where cutting would change the meaning', () => {
    expect(() => button({ actionId: 'a', text: 't', value: 'v'.repeat(2_001) })).toThrow('button value');
    expect(() => button({ actionId: '', text: 't' })).toThrow('action id');
    expect(() => actions([])).toThrow('actions');
    expect(() =>
      overflow(
        'o',
        Array.from({ length: 6 }, (_, n) => option(`${n}`, 'x')),
      ),
    ).toThrow('options');
    expect(() => modal({ callbackId: 'c', title: 't', blocks: [divider()], metadata: 'm'.repeat(3_001) })).toThrow(
      'metadata',
    );
  });
});

describe('checkBlocks', () => {
  it('counts blocks by surface', () => {
    const many = Array.from({ length: 51 }, () => divider());
    expect(checkBlocks(many)).toMatchObject([{ at: 'blocks' }]);
    expect(checkBlocks(many, 'home')).toEqual([]);
    expect(judgeBlocks(many, 50)).not.toEqual([]);
  });

  it('measures the whole message, which Slack refuses at about 13,200 characters', () => {
    const five = Array.from({ length: 5 }, () => section(plain('x'.repeat(2_700), 3_000)));
    expect(checkBlocks(five)).toMatchObject([{ problem: expect.stringContaining('13000') }]);
    expect(checkBlocks(five, 'home')).toEqual([]);
  });

  it('finds ids used twice', () => {
    const twice = [header('a', 'same'), header('b', 'same')];
    expect(checkBlocks(twice)).toEqual([{ at: 'blocks[1].block_id', problem: 'used twice' }]);
    expect(judgeBlocks(asSent(twice), 50)).not.toEqual([]);
    const pair = actions([button({ actionId: 'a', text: '1' }), button({ actionId: 'a', text: '2' })]);
    expect(checkBlocks([pair])).toMatchObject([{ problem: 'an action id stands twice' }]);
  });

  it.each<[string, Block]>([
    ['a section without words', { type: 'section' }],
    ['a text over the limit', { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151), emoji: true } }],
    ['a picture without alternative text', { type: 'image', image_url: 'https://x.example/p.png', alt_text: '' }],
    ['an empty row', { type: 'actions', elements: [] }],
    [
      'an option value over the limit',
      actions([
        {
          ...select({ actionId: 's', options: [option('1', 'x')] }),
          options: [{ text: plain('x', 75), value: 'v'.repeat(151) }],
        },
      ]),
    ],
    [
      'a first text longer than may be typed',
      input({
        blockId: 'b',
        label: 'l',
        element: { type: 'plain_text_input', action_id: 'a', multiline: false, max_length: 2, initial_value: 'abc' },
      }),
    ],
    ['a block of another kind', { type: 'carousel' } as unknown as Block],
  ])('and Slack both refuse %s', (_, block) => {
    expect(checkBlocks([block])).not.toEqual([]);
    expect(judgeBlocks(asSent([block]), 50)).not.toEqual([]);
  });
});

describe('checkView', () => {
  it('asks for a submit button where there are fields', () => {
    const view = modal({ callbackId: 'c', title: 't', blocks: form('x') });
    expect(checkView(view)).toMatchObject([{ at: 'submit' }]);
    expect(judgeView(asSent(view))).not.toEqual([]);
  });
});
