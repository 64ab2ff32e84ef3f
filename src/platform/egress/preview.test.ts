import type { RequestListener } from 'node:http';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { listenHttp } from '../../../test/support/local-server.ts';
import { createEgress } from './client.ts';

const html = (head: string) => `<!doctype html><html><head>${head}</head><body><h1>Hello</h1></body></html>`;
const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })
  .webp()
  .toBuffer();

const page =
  (
    body: string | Buffer,
    headers: Record<string, string> = { 'content-type': 'text/html' },
    status = 200,
  ): RequestListener =>
  (request, response) => {
    if (request.url?.startsWith('/picture')) response.end(picture);
    else response.writeHead(status, headers).end(body);
  };

const previewOf = async (answer: RequestListener, path = '/post') => {
  await using server = await listenHttp(answer);
  const egress = createEgress({ allow: [server.hostPort] });
  const preview = await egress.readPreview(`${server.origin}${path}`);
  await egress.close();
  return { preview, origin: server.origin };
};

describe('readPreview', () => {
  it('reads title, description, site name, address and picture', async () => {
    const { preview, origin } = await previewOf(
      page(
        html(`<meta property="og:title" content="We &amp; you"><meta property="og:description" content="  All\nnew ">
          <meta property="og:site_name" content="Acme"><meta property="og:url" content="/canonical">
          <meta property="og:image" content="/picture.webp">`),
      ),
    );
    expect(preview).toMatchObject({
      ok: true,
      url: `${origin}/post`,
      canonicalUrl: `${origin}/canonical`,
      title: 'We & you',
      description: 'All new',
      siteName: 'Acme',
      picture: { mime: 'image/jpeg', width: 30, height: 20 },
    });
  });

  it('makes do with a plain page', async () => {
    const { preview, origin } = await previewOf(
      page(
        html('<title>Plain</title><meta name="description" content="d"><link rel="canonical" href="/c?a=1&amp;b=2">'),
      ),
    );
    expect(preview).toEqual({
      ok: true,
      url: `${origin}/post`,
      canonicalUrl: `${origin}/c?a=1&b=2`,
      title: 'Plain',
      description: 'd',
    });
  });

  it('stays with where it found the page when the page calls itself something that is no web address', async () => {
    for (const address of ['javascript:alert(1)', 'http://u:p@example.com/', 'http://[']) {
      const head = `<title>t</title><meta property="og:url" content="${address}">`;
      const { preview, origin } = await previewOf(page(html(head)));
      expect(preview).toMatchObject({ ok: true, canonicalUrl: `${origin}/post` });
    }
  });

  it('uses the beginning of a 20 MB page, and says so when there is nothing in it', async () => {
    const filler = '<p>words</p>'.repeat(1_750_000);
    const good = await previewOf(page(`<title>Long</title>${filler}`));
    expect(good.preview).toMatchObject({ ok: true, title: 'Long' });
    const bad = await previewOf(page(`${filler}<title>Too late</title>`));
    expect(bad.preview).toMatchObject({ ok: false, reason: 'too_large' });
  });

  it.each([
    ['a page without a title', page(html('')), 'no_title'],
    ['a PDF', page('%PDF-1.7', { 'content-type': 'application/pdf' }), 'not_html'],
    ['a picture', page(picture, { 'content-type': 'image/webp' }), 'not_html'],
    ['text without a type', page('hello', {}), 'not_html'],
    ['a page that is gone', page(html('<title>Not found</title>'), { 'content-type': 'text/html' }, 404), 'status'],
    ['a page that robots may not see', page('', {}, 403), 'status'],
  ])('refuses %s with a sentence', async (_what, answer, reason) => {
    const { preview } = await previewOf(answer);
    expect(preview).toMatchObject({ ok: false, reason, sentence: expect.stringMatching(/\.$/) });
  });

  it('takes a page whose type is missing', async () => {
    expect((await previewOf(page(' <html><title>t</title>', {}))).preview).toMatchObject({ ok: true, title: 't' });
  });

  it('reads a page in the charset that it names, right or wrong', async () => {
    const body = Buffer.from('<meta charset=windows-1252><title>Gr\xfc\xdfe \x80 5</title>', 'latin1');
    expect((await previewOf(page(body))).preview).toMatchObject({ title: 'Grüße € 5' });
    const wrong = await previewOf(page(body, { 'content-type': 'text/html; charset=utf-8' }));
    expect(wrong.preview).toMatchObject({ ok: true, title: 'Gr\ufffd\ufffde \ufffd 5' });
  });

  it('never fetches a picture from a private place, and says what was wrong with it', async () => {
    await using inside = await listenHttp((_request, response) => response.end(picture));
    for (const [address, problem] of [
      [`${inside.origin}/x.png`, /ports/],
      ['http://169.254.169.254/x.png', /private/],
      ['/page-instead-of-picture', /not a picture/],
    ] as const) {
      const { preview } = await previewOf(
        page(html(`<title>t</title><meta property="og:image" content="${address}">`)),
      );
      expect(preview).toMatchObject({ ok: true, title: 't', pictureProblem: expect.stringMatching(problem) });
    }
    expect(inside.connections()).toBe(0);
  });

  it('refuses an address that may not be opened', async () => {
    const egress = createEgress();
    expect(await egress.readPreview('http://[::1]/')).toMatchObject({ reason: 'private_address' });
    expect(await egress.readPreview('mailto:a@b.c')).toMatchObject({ reason: 'not_http' });
    await egress.close();
  });
});
