import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NetworkName, networkNames } from '../network.ts';
import { emptyForm } from './composer-form.ts';
import {
  chosenNetworks,
  scopesOf,
  textsAt,
  textsFor,
  textsOf,
  withNetwork,
  withoutOwn,
  withTexts,
} from './post-texts.ts';

const empty = emptyForm(new Date('2025-11-21T12:00:00Z'), 'UTC');
const several = { ...empty, networks: ['x', 'bluesky'] satisfies NetworkName[], variants: ['For all'] };

describe('whose text is written', () => {
  test('a single network has no tabs: its text is the text', () => {
    expect(scopesOf({ ...empty, networks: ['x'] })).toEqual(['all']);
    expect(scopesOf({ ...empty, networks: ['x'], own: { x: ['Mine'] } })).toEqual(['x']);
    expect(scopesOf(empty)).toEqual(['all']);
  });

  test('the text for all is written while a network posts it', () => {
    expect(scopesOf(several)).toEqual(['all', 'x', 'bluesky']);
    expect(scopesOf({ ...several, own: { x: ['Mine'] } })).toEqual(['all', 'x', 'bluesky']);
    expect(scopesOf({ ...several, own: { x: ['Mine'], bluesky: ['Yours'] } })).toEqual(['x', 'bluesky']);
  });

  test('a network shows the text for all until it is changed there, and has it back when asked', () => {
    expect(textsAt(several, 'x')).toEqual(['For all']);
    const changed = { ...several, ...withTexts(several, 'x', ['Short']) };
    expect([textsFor(changed, 'x'), textsFor(changed, 'bluesky')]).toEqual([['Short'], ['For all']]);
    const back = { ...changed, ...withoutOwn(changed, 'x') };
    expect(textsFor(back, 'x')).toEqual(['For all']);
    expect({ ...several, ...withTexts(several, 'all', ['New']) }.variants).toEqual(['New']);
  });
});

describe('choosing networks', () => {
  test('one that is chosen posts the text for all', () => {
    const form = { ...several, ...withNetwork(several, 'linkedin', true) };
    expect(chosenNetworks(form)).toEqual(['linkedin', 'x', 'bluesky']);
    expect(textsFor(form, 'linkedin')).toEqual(['For all']);
  });

  test('who leaves the others leaves their text as it is, even where it was their own', () => {
    const form = { ...several, own: { x: ['Short'] } };
    const left = { ...form, ...withNetwork(form, 'bluesky', false) };
    expect(left).toMatchObject({ networks: ['x'], variants: ['Short'], own: {} });
  });

  test('a text of its own goes with the network', () => {
    const form = { ...several, own: { x: ['Short'] } };
    const without = { ...form, ...withNetwork(form, 'x', false) };
    expect({ ...without, ...withNetwork(without, 'x', true) }).toMatchObject({ variants: ['For all'], own: {} });
  });
});

describe('texts from the server', () => {
  test('what most networks post is the text for all', () => {
    const record = { linkedin: { variants: ['Long'] }, x: { variants: ['Short'] }, bluesky: { variants: ['Short'] } };
    expect(textsOf(record)).toEqual({
      networks: ['linkedin', 'x', 'bluesky'],
      variants: ['Short'],
      own: { linkedin: ['Long'] },
    });
  });

  test('a draft without texts begins with an empty one', () => {
    expect(textsOf({})).toEqual({ networks: [], variants: [''], own: {} });
    expect(textsOf({ x: { variants: [] } })).toEqual({ networks: ['x'], variants: [''], own: {} });
  });

  test('whatever the server has of each network is what the form sends for it', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 });
    const record = fc.dictionary(fc.constantFrom(...networkNames), texts, { minKeys: 1 });
    fc.assert(
      fc.property(record, (written) => {
        const variants = Object.fromEntries(Object.entries(written).map(([name, own]) => [name, { variants: own }]));
        const form = textsOf(variants);
        for (const network of chosenNetworks(form)) expect(textsFor(form, network)).toEqual(written[network]);
        expect(chosenNetworks(form)).toHaveLength(Object.keys(written).length);
      }),
    );
  });
});
