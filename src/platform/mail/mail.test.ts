import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { sql } from '../db/index.ts';
import { memoryLog } from '../log/index.ts';
import { type Message, mailJobs, openMail, openTransport, setLetter, type Transport } from './index.ts';

const message: Message = {
  to: 'ada@example.com',
  subject: 'Grüße aus Coact',
  ...setLetter({
    heading: 'Hello <b>you</b>',
    paragraphs: ['One & two.'],
    button: { text: 'Go', url: 'https://coact.example.com/sign-in/link?token=abc&x="1"' },
    small: 'Small print.',
  }),
};

describe('a mail as a job', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  async function open(deliver: Transport['deliver']) {
    const jobs = await world.openJobs(mailJobs({ ...world, transport: { deliver, close: () => undefined } }));
    return { jobs, mail: openMail({ ...world, jobs: () => jobs }) };
  }
  const rows = () =>
    world.db.inOrg(world.orgId, async (tx) => {
      const found = sql<{ text: string }>`select encode(sealed, 'escape') as text from outgoing_mails`;
      return (await found.execute(tx.on<object>())).rows;
    });

  it('is sealed while it waits, and gone when it was sent', async () => {
    const sent: Message[] = [];
    const { jobs, mail } = await open(async (_id, one) => void sent.push(one));
    await world.db.inOrg(world.orgId, (tx) => mail.send(tx, message));
    expect(await rows()).toHaveLength(1);
    expect(JSON.stringify(await rows())).not.toMatch(/ada@|example|token/);
    const jobsText = await sql<{ data: string }>`select data::text from jobs.job`.execute(world.db.kysely);
    expect(JSON.stringify(jobsText.rows)).not.toContain('ada@');
    await jobs.runDue();
    expect(sent).toEqual([message]);
    expect(await rows()).toEqual([]);
    await jobs.runDue();
    expect(sent).toHaveLength(1);
  });

  it('is not sent when the transaction is rolled back', async () => {
    const { jobs, mail } = await open(async () => expect.unreachable());
    const work = world.db.inOrg(world.orgId, async (tx) => {
      await mail.send(tx, message);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await jobs.runDue()).toBe(0);
  });

  it('waits for a mail server that is away, and leaves no word of it in the log', async () => {
    let away = true;
    const sent: Message[] = [];
    const { jobs, mail } = await open(async (_id, one) => {
      if (away) throw new Error('no route to ada@example.com');
      sent.push(one);
    });
    await world.db.inOrg(world.orgId, (tx) => mail.send(tx, message));
    await jobs.runDue();
    expect(await rows()).toHaveLength(1);
    away = false;
    await jobs.runDue({ future: true });
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(world.log.lines)).not.toContain('ada@');
  });

  it.each([
    ['a second header', { subject: 'Hi\r\nBcc: everybody@example.com' }],
    ['a second recipient', { to: 'ada@example.com, eve@example.com' }],
    ['a recipient with a header', { to: 'ada@example.com\r\nBcc: eve@example.com' }],
  ])('cannot smuggle %s', async (_name, change) => {
    const { mail } = await open(async () => undefined);
    await expect(world.db.inOrg(world.orgId, (tx) => mail.send(tx, { ...message, ...change }))).rejects.toThrow();
  });
});

describe('the outbox folder', () => {
  it('gets a whole mail that mail programs can open, readable by nobody else', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'coact-mail-'));
    const log = memoryLog();
    const transport = openTransport({ mailFrom: 'Coact <coact@localhost>', dataDir, log });
    await transport.deliver('m1', message);
    const folder = join(dataDir, 'outbox');
    expect(readdirSync(folder)).toEqual(['m1.eml']);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'm1.eml')).mode & 0o077).toBe(0);
    const mail = await PostalMime.parse(readFileSync(join(folder, 'm1.eml')));
    expect(mail.to).toEqual([{ address: 'ada@example.com', name: '' }]);
    expect(mail.subject).toBe('Grüße aus Coact');
    expect(mail.from?.address).toBe('coact@localhost');
    expect(mail.text).toContain('https://coact.example.com/sign-in/link?token=abc&x="1"');
    expect(mail.html).toContain('Hello &lt;b&gt;you&lt;/b&gt;');
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(log.lines.map(({ fields }) => fields)).toEqual([{ event: 'mail.written', mailId: 'm1', folder }]);
  });
});
