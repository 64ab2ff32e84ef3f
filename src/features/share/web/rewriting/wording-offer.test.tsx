import { describe, expect, it } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { Rewriting } from './rewriting-api.ts';
import { Proposed } from './wording-offer.tsx';

const nothing = () => undefined;

describe('a suggested wording', () => {
  it('is shown as plain words, to take or to drop', () => {
    const part = drawPart(
      <Proposed proposal={{ text: '<b>Porto</b>, here we come', problems: [] }} onTake={nothing} onDrop={nothing} />,
    );
    expect(part.text).toContain('<b>Porto</b>, here we come');
    expect(part.buttons).toEqual(['Take it', 'Drop it']);
    expect(part.html).not.toContain('disabled=""');
  });

  it('can’t be taken as it is where a network would refuse it', () => {
    const proposal = { text: 'long', problems: ['X: It is too long.'] };
    const part = drawPart(<Proposed proposal={proposal} onTake={nothing} onDrop={nothing} />);
    expect(part.text).toContain('X: It is too long.');
    expect(part.html).toContain('disabled=""');
  });
});

describe('the setting', () => {
  const draw = (rewriting: Rewriting) =>
    drawPage('/requests/settings', [
      [['me'], ownerOf()],
      [['requests', 'settings'], { approvals: 'off' }],
      [['requests', 'rewriting'], rewriting],
    ]);

  it('says where the text goes', async () => {
    const page = await draw({ offered: { host: 'models.example', model: 'small-1' }, on: false });
    expect(page.text).toContain('the text of that post, and nothing else, goes to models.example (small-1)');
  });

  it('is not there where nothing is set up', async () => {
    expect((await draw({ offered: null, on: false })).text).not.toContain('Suggest other wordings');
  });
});
