import { describe, expect, it } from 'vitest';
import { refuseMessage, refuseView } from './slack-rules.ts';
import { slackSignature } from './slack-signature.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (text: string) => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: 'a', text: plain(text) }],
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const modal = (more: object = {}) => ({ type: 'modal', title: plain('Share'), blocks: [section('x')], ...more });

describe('a signature', () => {
  // The vector of docs.slack.dev/authentication/verifying-requests-from-slack.
  it('is the one of Slack’s documentation', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar' +
      '&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=' +
      '&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
      '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(slackSignature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });
});

describe('a message', () => {
  it('is taken at the limits', () => {
    const blocks = [
      { type: 'header', text: plain('h'.repeat(150)) },
      section('s'.repeat(3000)),
      button('b'.repeat(75)),
    ];
    expect(refuseMessage({ text: 'x', blocks })).toBeNull();
    expect(refuseMessage({ blocks: times(50, () => ({ type: 'divider' })) })).toBeNull();
  });

  it.each([
    ['51 blocks', times(51, () => ({ type: 'divider' }))],
    ['a header of 151', [{ type: 'header', text: plain('h'.repeat(151)) }]],
    ['a section of 3,001', [section('s'.repeat(3001))]],
    ['an empty section', [section('')]],
    ['a button of 76', [button('b'.repeat(76))]],
    ['a button without words', [button('')]],
    ['an image without alt text', [{ type: 'image', image_url: 'http://x.test/a.png', alt_text: '' }]],
    ['a made-up block', [{ type: 'hologram' }]],
    ['a block id used twice', times(2, () => ({ type: 'divider', block_id: 'same' }))],
    ['no list', 'blocks'],
  ])('is refused with %s', (_what, blocks) => {
    expect(refuseMessage({ text: 'x', blocks })?.error).toBe('invalid_blocks');
  });

  it('is refused when its blocks are too long together, or when it says nothing', () => {
    expect(refuseMessage({ blocks: times(5, () => section('s'.repeat(2900))) })?.error).toBe('msg_blocks_too_long');
    expect(refuseMessage({})?.error).toBe('no_text');
  });
});

describe('a view', () => {
  const input = { type: 'input', label: plain('Words'), element: { type: 'plain_text_input', action_id: 'a' } };

  it('is taken at the limits', () => {
    const blocks = times(100, () => ({ type: 'divider' }));
    expect(refuseView(modal({ title: plain('t'.repeat(24)), private_metadata: 'p'.repeat(3000), blocks }))).toBeNull();
    expect(refuseView({ type: 'home', blocks })).toBeNull();
  });

  it.each([
    ['a title of 25', { title: plain('t'.repeat(25)) }, 'invalid_arguments'],
    ['no title', { title: undefined }, 'invalid_arguments'],
    ['a submit label of 25', { submit: plain('t'.repeat(25)) }, 'invalid_arguments'],
    ['private metadata of 3,001', { private_metadata: 'p'.repeat(3001) }, 'invalid_arguments'],
    ['101 blocks', { blocks: times(101, () => ({ type: 'divider' })) }, 'invalid_blocks'],
    ['inputs but no submit', { blocks: [input] }, 'invalid_arguments'],
    [
      'a select without options',
      { blocks: [{ type: 'actions', elements: [{ type: 'static_select', options: [] }] }] },
      'invalid_blocks',
    ],
    ['250 kB', { callback_id: 'c'.repeat(250_001) }, 'view_too_large'],
  ])('is refused with %s', (_what, more, error) => {
    expect(refuseView(modal(more))?.error).toBe(error);
  });
});
