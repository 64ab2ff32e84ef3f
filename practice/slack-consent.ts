import { company } from './company.ts';
import { escapeHtml } from './page.ts';

/**
 * emulate's consent page, with what Slack's own shows and this one lacks: the permissions asked for, and Cancel.
 * Its first person is built in under the name "admin" and gets the name that the company knows.
 */
export function dressConsent(html: string, asked: URL): string {
  const scopes = (asked.searchParams.get('scope') ?? '').split(',').filter((each) => each !== '');
  const list = scopes.map((each) => `<code>${escapeHtml(each)}</code>`).join(' · ');
  const back = asked.searchParams.get('redirect_uri');
  const cancel = back === null ? '' : cancelUrl(back, asked.searchParams.get('state'));
  const note = `<div class="card-subtitle" style="margin-top:24px">${escapeHtml(company.name)} · asks for ${list}</div>
    ${cancel ? `<p style="text-align:center;margin-top:16px"><a style="color:inherit" href="${escapeHtml(cancel)}">Cancel</a></p>` : ''}`;
  return html
    .replace('<span class="user-login">admin</span>', '<span class="user-login">maya</span>')
    .replace('<span class="avatar">A</span>', '<span class="avatar">M</span>')
    .replace('<div class="powered-by">', () => `${note}<div class="powered-by">`);
}

function cancelUrl(back: string, state: string | null): string {
  if (!URL.canParse(back)) return '';
  const url = new URL(back);
  url.searchParams.set('error', 'access_denied');
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}
