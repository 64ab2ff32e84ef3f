import { describe, expect, test } from 'vitest';
import { harbour, ownerOf } from '../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../test/support/draw.tsx';
import { domainOf, linkOf } from '../../../../test/support/links.ts';
import { changeOf, type LinkForm } from './link-form.ts';
import { LinkFields } from './link-window.tsx';
import { LinksPanel } from './links-panel.tsx';
import { qrSvg } from './qr-files.ts';
import { QrOfLink } from './qr-window.tsx';

const zone = 'Europe/Lisbon';
const drawLinks = (...links: readonly object[]) =>
  drawPart(<LinksPanel requestId="r1" />, [
    [['me'], ownerOf()],
    [['organisation'], harbour],
    [['requests', 'links', 'r1'], { links }],
  ]);

describe('the links of a request', () => {
  test('stand with people, scans and robots apart, and what can be done', () => {
    const page = drawLinks(linkOf());
    expect(page.text).toContain('Version 1 go.example/l/q7Hd2Kp 268 12 31');
    expect(page.buttons).toEqual([
      'Copy the link of Bluesky, version 1',
      'QR code of Bluesky, version 1',
      'Change the link of Bluesky, version 1',
    ]);
  });

  test('say until when they work, and what comes then', () => {
    const to = 'https://harbour.example/over';
    expect(drawLinks(linkOf({ endsAt: '2999-07-01T10:00:00.000Z' })).text).toMatch(/Ends .*2999.*11:00/);
    const over = drawLinks(linkOf({ endsAt: '2025-07-01T10:00:00.000Z', targetAfter: to }));
    expect(over.text).toMatch(/Ended .*2025.*, leads to https:\/\/harbour.example\/over/);
  });

  test('are not there where there are none', () => {
    expect(drawLinks().text).toBe('');
  });
});

describe('a QR code', () => {
  test('has a name, and can be saved in two forms', () => {
    const page = drawPart(<QrOfLink link={linkOf({ network: 'linkedin' })} />);
    expect(page.html).toContain('aria-label="QR code of the link of LinkedIn, version 1"');
    expect(page.buttons).toEqual(['SVG, for print', 'PNG']);
  });

  test('is a whole picture as SVG, and holds no address as text', () => {
    const svg = qrSvg(linkOf().qrUrl);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/);
    expect(svg).not.toContain('go.example');
    expect(svg).not.toBe(qrSvg(linkOf().url));
  });
});

describe('changing a link', () => {
  const form = (change: Partial<LinkForm> = {}): LinkForm => ({
    ...{ name: '', endsAt: '', targetAfter: '', allOfRequest: true },
    ...change,
  });

  test('shows its address, its end by the organisation’s clock, and what comes then', () => {
    const link = linkOf({ name: 'porto', endsAt: '2026-07-01T10:00:00.000Z', targetAfter: 'https://harbour.example/' });
    const page = drawPart(<LinkFields requestId="r1" link={link} hasOthers onDone={() => undefined} />, [
      [['me'], ownerOf()],
      [['organisation'], harbour],
    ]);
    expect(page.html).toContain('value="porto"');
    expect(page.html).toContain('value="https://harbour.example/"');
    expect(page.text).toContain('11:00');
    expect(page.text).toContain('The same end for all links of this request');
  });

  test('sends only what differs', () => {
    const link = linkOf({ name: 'porto', endsAt: '2026-07-01T10:00:30.000Z' });
    const same = { name: 'porto', endsAt: '2026-07-01T11:00' } as const;
    expect(changeOf(link, form(same), zone)).toEqual({});
    expect(changeOf(link, form({ ...same, name: ' lisbon ' }), zone)).toEqual({ name: 'lisbon' });
    expect(changeOf(link, form({ ...same, name: '' }), zone)).toEqual({ name: null });
    expect(changeOf(link, form({ ...same, targetAfter: 'https://a.example' }), zone)).toEqual({
      endsAt: link.endsAt,
      targetAfter: 'https://a.example',
      allOfRequest: true,
    });
  });

  test('an end that is taken away takes what comes then along', () => {
    const link = linkOf({ endsAt: '2026-07-01T10:00:00.000Z', targetAfter: 'https://a.example' });
    const wanted = form({ targetAfter: 'https://a.example', allOfRequest: false });
    expect(changeOf(link, wanted, zone)).toEqual({ endsAt: null, targetAfter: null, allOfRequest: false });
    const later = form({ endsAt: '2026-07-02T11:00', allOfRequest: false });
    expect(changeOf(linkOf(), later, zone)).toMatchObject({ endsAt: '2026-07-02T10:00:00.000Z' });
  });
});

describe('the hosts of short links', () => {
  const draw = (...domains: readonly object[]) =>
    drawPage('/settings/links', [
      [['me'], ownerOf()],
      [['organisation'], harbour],
      [['link-domains'], { sharedUrl: 'https://go.example', domains }],
    ]);

  test('a new one shows what its DNS needs, to copy', async () => {
    const page = await draw(domainOf());
    expect(page.text).toContain('go.harbour.example Waiting for DNS Add the two records below');
    expect(page.text).toContain('_coact.go.harbour.example');
    expect(page.buttons).toEqual(
      expect.arrayContaining(['Copy the value of the TXT record', 'Check now', 'Hide DNS records', 'Remove']),
    );
    expect(page.buttons).not.toContain('Use for new links');
  });

  test('one that works can be chosen, and hides its records', async () => {
    const works = { state: 'active', finding: 'proven', checkedAt: '2026-11-20T09:00:00.000Z' } as const;
    const page = await draw(domainOf(works), domainOf({ ...works, id: 'd2', host: 'go.bay.example', isDefault: true }));
    expect(page.text).toContain('go.harbour.example Works');
    expect(page.text).toContain('go.bay.example Works New links');
    expect(page.buttons).toEqual(
      expect.arrayContaining(['Use for new links', 'Stop using it for new links', 'Show DNS records']),
    );
    expect(page.text).not.toContain('_coact.');
  });

  test('one whose record is another says what was found', async () => {
    const page = await draw(domainOf({ state: 'failed', finding: 'other', found: ['coact-old'] }));
    expect(page.text).toContain('Does not work');
    expect(page.text).toContain('Found: “coact-old”');
  });

  test('none at all says where links stand', async () => {
    expect((await draw()).text).toContain('New links stand at go.example/… until you add one.');
  });
});
