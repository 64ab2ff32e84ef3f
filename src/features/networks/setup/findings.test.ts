import { describe, expect, it } from 'vitest';
import { composerAt } from '../composer-link.ts';
import { callbackOf, findingsOf, modeOf } from './findings.ts';

const composer = composerAt('https://network.example/share', { url: 'u' });
const levels = (network: Parameters<typeof findingsOf>[0], publicUrl = 'https://coact.example') =>
  findingsOf(network, publicUrl).map((finding) => finding.level);

describe("a network's setup, without asking it", () => {
  it('is good where accounts can be connected', () => {
    const network = { title: 'Somewhere', unavailable: null, composer };
    expect(modeOf(network)).toBe('account');
    expect(levels(network)).toEqual(['good']);
  });

  it('warns where the installation is reached without https', () => {
    const network = { title: 'Somewhere', unavailable: null, composer: null };
    expect(levels(network, 'http://localhost:3000')).toEqual(['good', 'warning']);
  });

  it('is no problem where the own page serves instead, and says why accounts do not', () => {
    const network = { title: 'Somewhere', unavailable: 'Set SOMEWHERE_APP_ID.', composer };
    expect(modeOf(network)).toBe('composer');
    expect(findingsOf(network, 'https://coact.example')).toEqual([
      { level: 'note', sentence: 'Set SOMEWHERE_APP_ID.' },
      { level: 'good', sentence: expect.stringContaining('own page') },
    ]);
  });

  it('is a problem where nobody can share at all', () => {
    const network = { title: 'Somewhere', unavailable: 'Set SOMEWHERE_APP_ID.', composer: null };
    expect(modeOf(network)).toBe('none');
    expect(levels(network)).toEqual(['problem']);
  });

  it('names the address for the app at the network', () => {
    expect(callbackOf('https://coact.example', 'linkedin')).toBe('https://coact.example/connect/linkedin/callback');
  });
});
