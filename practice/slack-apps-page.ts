import { company, employees, slackApp } from './company.ts';
import { avatar, escapeHtml, page } from './page.ts';
import type { Delivery } from './slack-post.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

/** Slack's "Manage apps", as far as the story needs it: who installed Coact with which scopes, and how to remove it. */
export function appsPage(options: {
  readonly workspace: SlackWorkspace;
  readonly deliveries: readonly Delivery[];
  readonly startPageUrl: string;
  readonly hasSlackPage: boolean;
}): string {
  const { workspace } = options;
  const token = workspace.tokens.find((each) => each.alive);
  const installer = employees.find((each) => each.slackId === token?.installer);
  const missing = options.hasSlackPage
    ? ''
    : `<p class="notice">The Slack page to click in (local-slack) exists for Linux on x64 only, so this machine has none.
       Installing, signing in and sending work; messages can be read but not clicked.</p>`;
  return page({
    title: `Apps · ${company.name}`,
    crumb: { label: 'Practice workspace', url: options.startPageUrl },
    body: `<h1>Apps in ${escapeHtml(company.name)}</h1>${missing}
      <section class="card">
        <div class="row"><h2>${slackApp.name}</h2><span class="badge ${token ? 'on' : 'off'}">${token ? 'Installed' : 'Not installed'}</span></div>
        ${token ? `<p>Added by <b>${escapeHtml(installer?.realName ?? 'somebody')}</b>. It may use:</p><p class="chips">${token.scopes.map((each) => `<code>${escapeHtml(each)}</code>`).join(' ')}</p>${uninstallForm}` : '<p>Install it from Coact: Settings → Slack → Add to Slack.</p>'}
      </section>
      <h2>People</h2>
      <p class="quiet">Deactivating somebody here marks them so in Slack’s answers; Coact shows them the door at its next check.</p>
      <ul class="people">${employees.map((each) => personRow(each, workspace)).join('')}</ul>
      <h2>Last deliveries to the app</h2>
      ${deliveriesTable(options.deliveries)}`,
  });
}

const uninstallForm = `<form method="post" action="/_practice/uninstall" class="row">
  <input type="hidden" name="page" value="1">
  <label>Events arrive in this order
    <select name="order"><option>tokens_revoked first</option><option>app_uninstalled first</option></select>
  </label>
  <button class="danger">Uninstall</button>
</form>`;

function personRow(each: (typeof employees)[number], workspace: SlackWorkspace): string {
  const gone = workspace.isDeactivated(each.slackId);
  return `<li><div class="person">${avatar(each.realName)}
    <span><b>${escapeHtml(each.realName)}</b><small>${escapeHtml(each.title)} · ${each.role}${gone ? ' · deactivated' : ''}</small></span>
    <form method="post" action="/_practice/deactivate"><input type="hidden" name="page" value="1">
      <input type="hidden" name="user" value="${each.slackId}"><input type="hidden" name="active" value="${gone}">
      <button>${gone ? 'Reactivate' : 'Deactivate'}</button></form></div></li>`;
}

function deliveriesTable(deliveries: readonly Delivery[]): string {
  if (deliveries.length === 0) return '<p class="quiet">None yet.</p>';
  const rows = deliveries
    .slice(-12)
    .reverse()
    .map(
      (each) =>
        `<tr><td>${escapeHtml(each.type)}</td><td>${each.status === 0 ? 'no answer within 3 s' : each.status}</td><td>${each.ms} ms</td></tr>`,
    );
  return `<table><thead><tr><th>What</th><th>Answer</th><th>Time</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
