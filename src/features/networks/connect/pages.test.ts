import { describe, expect, it } from 'vitest';
import { accountLabel } from '../network.ts';
import { connectedPage, linkPage, renderPage } from './pages.ts';

const shown = { network: 'mastodon', networkTitle: 'Mastodon', label: 'Ana', token: 't'.repeat(43) };
const textOf = async (page: ReturnType<typeof linkPage>) => String(await renderPage(page, 'nonce'));

describe('the page behind a connect link', () => {
  it('asks what its network needs to know, and says what may be left out', async () => {
    const asks = { label: 'Your server', placeholder: 'mastodon.social', required: true };
    const needed = await textOf(linkPage({ ...shown, asks, allows: 'It may post.' }));
    expect(needed).toContain('<label for="handle">Your server</label>');
    expect(needed).toMatch(/placeholder="mastodon.social"[^>]* required>/);
    const free = await textOf(linkPage({ ...shown, asks: { ...asks, required: false }, allows: 'It may post.' }));
    expect(free).toContain('Your server <span>(optional)</span>');
    expect(free).not.toContain(' required>');
  });

  it('asks nothing where the network knows by itself, and tells what that network allows', async () => {
    const page = await textOf(linkPage({ ...shown, asks: null, allows: 'It may post & no more.' }));
    expect(page).not.toContain('name="handle"');
    expect(page).toContain('It may post &amp; no more. It does only what you choose to.');
  });

  it('keeps what was typed, harmless', async () => {
    const asks = { label: 'Your server', placeholder: '', required: true };
    const page = await textOf(linkPage({ ...shown, asks, allows: '', handle: '"><b>', problem: 'No server.' }));
    expect(page).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(page).toContain('<p class="problem" role="alert">No server.</p>');
  });

  it('calls people by their name where they have no handle', async () => {
    expect(accountLabel('linkedin', 'Ana Silva')).toBe('Ana Silva');
    expect(accountLabel('x', 'ana')).toBe('@ana');
    const page = connectedPage({ ...shown, account: accountLabel('linkedin', 'Ana Silva'), undo: 'u' });
    expect(await textOf(page)).toContain('Disconnect Ana Silva');
  });
});
