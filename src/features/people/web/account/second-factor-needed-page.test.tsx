import { afterEach, expect, test, vi } from 'vitest';
import { accountOf, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { Account } from './contract.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

afterEach(() => vi.unstubAllGlobals());
const needed = ownerOf({ security: { secondFactor: 'needed' } });
const draw = (account: Account) =>
  drawPage('/account/second-factor-needed?returnTo=%2Fmembers', [
    [['me'], needed],
    [['account'], account],
  ]);

test('an owner without a second factor reads why, and chooses one', async () => {
  vi.stubGlobal('PublicKeyCredential', class {});
  const page = await draw(accountOf());
  expect(page.text).toContain('owners and admins need a second factor');
  expect(page.text).toMatch(/Passkey Easiest .*Authenticator app/);
  expect(page.links).toContain('/account');
});

test('who has one already, proves it and sets up nothing', async () => {
  const page = await draw(accountOf({ secondFactor: { required: true, code: true, recoveryCodesLeft: 9 } }));
  expect(page.text).toContain('hasn’t seen your second factor');
  expect(page.html).toContain('one-time-code');
  expect(page.text).not.toContain('Easiest');
});

test('recovery codes are listed, and going on needs the word that they are kept', () => {
  const { html, text } = drawPart(<RecoveryCodes codes={['aaaa-bbbb', 'cccc-dddd']} onKept={() => {}} />, [
    [['me'], needed],
  ]);
  expect(text).toContain('aaaa-bbbb cccc-dddd');
  for (const word of ['Copy', 'Download', 'Print', 'I have kept them']) expect(text).toContain(word);
  expect(html).toMatch(/<button[^>]*disabled=""[^>]*>(?:(?!<\/button>).)*Done/s);
});
