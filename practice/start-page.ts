import { Hono } from 'hono';
import { company, employees, practicePassword } from './company.ts';
import { avatar, escapeHtml, page } from './page.ts';
import type { Practice } from './practice.ts';

/** The first page of the practice workspace: what there is, who one can be, and what to try. */
export function createStartPage(practice: Practice): Hono {
  const app = new Hono();
  app.get('/', async (context) => {
    const owner = (await practice.coact?.ownerLink()) ?? null;
    const title = `Practice workspace · ${company.name}`;
    return context.html(page({ title, refreshSeconds: 5, body: body(practice, owner) }));
  });
  return app;
}

function body(practice: Practice, owner: string | null): string {
  const { urls } = practice;
  const main =
    owner === null
      ? `<a class="button main" href="${urls.coact}">Open Coact</a>`
      : `<a class="button main" href="${escapeHtml(owner)}">Sign in as the owner</a> <span class="quiet">This link works once.</span>`;
  const warnings = practice.warnings.map((each) => `<p class="notice" role="note">${escapeHtml(each)}</p>`).join('');
  return `<section class="hero">
      <p class="eyebrow">Practice workspace</p>
      <h1>Welcome to ${escapeHtml(company.name)}</h1>
      <p class="lead">A boatyard of ${company.people} with a Slack, a Bluesky and a Mastodon server, a mailbox and a web site, all on this machine.
        You can be eight of its people, and use Coact as they would. Nothing you do here reaches the internet.</p>
      <div class="row">${main}</div>
    </section>
    ${warnings}
    <h2>What to try</h2>
    <ol class="steps">${steps(practice)
      .map(([title, text]) => `<li><h3>${title}</h3><p>${text}</p></li>`)
      .join('')}</ol>
    <h2>The places</h2>
    <div class="places">${places(practice)}</div>
    <h2>The people</h2>
    <p class="quiet">These eight of the ${company.people} are in Slack. On Bluesky they sign in with their handle and the password <code>${practicePassword}</code>.</p>
    <ul class="people grid">${people()}</ul>`;
}

function places({ urls, slack }: Practice): string {
  const place = (title: string, url: string, text: string, isThere = true) =>
    `<a class="card${isThere ? '' : ' absent'}" href="${url}"><h3>${title}</h3><p class="about">${text}</p><span>${url.replace('http://', '')}</span></a>`;
  return [
    place('Coact', urls.coact, 'The web app: compose, send, see what it brought.'),
    place(
      'Slack',
      urls.slack,
      slack.hasPage
        ? 'The workspace to click in. Choose who you are at the top.'
        : 'Not on this machine: for Linux on x64 only.',
      slack.hasPage,
    ),
    place('Slack: apps and people', urls.apps, 'Uninstall Coact, deactivate somebody, see what Slack delivered.'),
    place('Bluesky posts', urls.posts, 'What really stands on the Bluesky server.'),
    place('Mastodon posts', urls.mastodon, 'A Mastodon server: everybody has an account, without a password.'),
    place('LinkedIn posts', urls.linkedin, 'A stand-in as strict as LinkedIn. What people shared there.'),
    place('X posts', urls.x, 'A stand-in as strict as X. What people shared there.'),
    place('Mail', urls.mail, 'Every mail that Coact sends ends here.'),
    place('The company’s web site', urls.company, 'Pages worth sharing, with pictures for the link cards.'),
  ].join('');
}

function steps({ urls }: Practice): readonly (readonly [string, string])[] {
  const link = (url: string, text: string) => `<a href="${url}">${text}</a>`;
  const article = `${urls.company}/news/first-electric-ferry`;
  return [
    ['Sign in as the owner', 'With the button above. Give your name, the company’s and its time zone.'],
    [
      'Add Coact to Slack',
      'Click <b>Add to Slack</b>, choose Maya on Slack’s page, and come back to the list of channels.',
    ],
    [
      'Compose a share request',
      `Use the link <code>${article}</code>. Watch the preview, write two variants, pick <b>#news</b>, send.`,
    ],
    [
      'Share it in Slack',
      `Open ${link(urls.slack, 'Slack')}, be <b>Ana</b>, click <b>Share</b> in #news, connect Bluesky as <code>ana.test</code>, edit, post.`,
    ],
    [
      'See the post',
      `It is on the ${link(urls.posts, 'Bluesky server')}: the words, the tracked link, the card with its picture.`,
    ],
    ['Follow the link', 'Click the link in the post. You land on the company’s page, and the click is counted, once.'],
    [
      'Look at the figures',
      `The ${link(urls.coact, 'dashboard')} has the past year already, made by all ${company.people} people, and in totals only. What fewer than five people did is not shown as a number.`,
    ],
    ['Open App Home', 'In Slack, choose Coact under Apps: open requests, your account, results. Disconnect works.'],
    [
      'Uninstall',
      `Under ${link(urls.apps, 'Apps')}, remove Coact. Its tokens are gone, nothing more is sent, the figures stay.`,
    ],
  ];
}

function people(): string {
  const slackRole = (role: string) => (role === 'member' ? '' : ` · Slack ${role}`);
  return employees
    .map(
      (each) => `<li><div class="person">${avatar(each.realName)}
        <span><b>${escapeHtml(each.realName)}</b><small>${escapeHtml(each.title)}${slackRole(each.role)}</small></span>
        ${each.handle === null ? '<small>not on Bluesky</small>' : `<code>${each.handle}</code>`}</div></li>`,
    )
    .join('');
}
