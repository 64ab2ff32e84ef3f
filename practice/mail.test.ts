import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailPage, type MailCatcher, startMail } from './mail.ts';
import { freePort } from './ports.ts';

describe('the mail catcher', () => {
  let mail: MailCatcher;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    mail = await startMail(port);
  });
  beforeEach(() => mail.clear());
  afterAll(() => mail.close());

  const send = (more: object) =>
    createTransport(`smtp://localhost:${port}`).sendMail({
      from: 'coact@coact.test',
      to: 'ana@harbour-pine.test',
      ...more,
    });

  it('takes what is sent, newest first', async () => {
    await send({ subject: 'One', text: 'first' });
    await send({ subject: 'Zwei – é', text: 'second', html: '<p>second</p>' });
    expect(mail.messages().map((each) => each.subject)).toEqual(['Zwei – é', 'One']);
    expect(mail.messages()[0]).toMatchObject({
      to: ['ana@harbour-pine.test'],
      text: 'second\n',
      html: '<p>second</p>\n',
    });
  });

  it('shows text with links that can be clicked and nothing that can run', async () => {
    await send({ subject: '<script>alert(1)</script>', text: 'Go to http://localhost:3000/sign-in?token=a&b=c now' });
    const html = await (await createMailPage(mail, '/').request('/')).text();
    expect(html).toContain('href="http://localhost:3000/sign-in?token=a&#38;b=c"');
    expect(html).not.toContain('<script>alert');
  });

  it('shows HTML in a sandbox without scripts', async () => {
    await send({
      subject: 'Hi',
      html: '<a href="http://localhost:3000/x">Sign in</a><script>top.location="/"</script>',
    });
    const page = createMailPage(mail, '/');
    const frame = /src="(\/html\/[^"]+)" sandbox="([^"]+)"/.exec(await (await page.request('/')).text());
    expect(frame?.[2]).not.toContain('allow-scripts');
    const shown = await page.request(frame?.[1] ?? '');
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await shown.text()).toContain('<base target="_blank">');
  });

  it('says so while there is none', async () => {
    expect(await (await createMailPage(mail, '/').request('/')).text()).toContain('No mail yet');
    expect((await createMailPage(mail, '/').request('/html/unknown')).status).toBe(404);
  });
});
