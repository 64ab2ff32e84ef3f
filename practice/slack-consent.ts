import { company } from './company.ts';
import { escapeHtml } from './page.ts';

/**
 * emulate's consent page, with what Slack's own shows and this one lacks: the permissions asked for, and Cancel.
 * Its first person is built in under the name "admin" and gets the name that the company knows; its colours, green on
 * black, are exchanged for ones that read well in daylight.
 */
export function dressConsent(html: string, asked: URL): string {
  const scopes = (asked.searchParams.get('scope') ?? '').split(',').filter((each) => each !== '');
  const list = scopes.map((each) => `<code>${escapeHtml(each)}</code>`).join(' ');
  const back = asked.searchParams.get('redirect_uri');
  const cancel = back === null ? '' : cancelUrl(back, asked.searchParams.get('state'));
  const permissions = `<div class="practice-scopes"><p>In <b>${escapeHtml(company.name)}</b> it wants to use</p>${list}</div>
    <p class="practice-as">Allow as</p>`;
  const leave = cancel === '' ? '' : `<a class="practice-cancel" href="${escapeHtml(cancel)}">Cancel</a>`;
  return html
    .replace('<span class="user-login">admin</span>', '<span class="user-login">maya</span>')
    .replace('<span class="avatar">A</span>', '<span class="avatar">M</span>')
    .replace('</head>', () => `<style>${style}</style></head>`)
    .replace('<form class="user-form"', () => `${permissions}<form class="user-form"`)
    .replace('<div class="powered-by">', () => `${leave}<div class="powered-by">`);
}

function cancelUrl(back: string, state: string | null): string {
  if (!URL.canParse(back)) return '';
  const url = new URL(back);
  url.searchParams.set('error', 'access_denied');
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}

const style = `
html body { background: #fff; color: #1d1c1d; }
body .emu-bar { background: #4a154b; border: 0; }
body .emu-bar *, body .emu-bar a { color: #fff; }
body .card-title { color: #1d1c1d; }
body .card-subtitle, body .card-subtitle strong { color: #454245; }
.practice-scopes { margin: 16px 0; padding: 14px 16px; border-radius: 10px; background: #f4ede4; line-height: 2; }
.practice-scopes p { margin: 0; }
.practice-scopes code { background: #fff; padding: 2px 7px; border-radius: 6px; font-size: 13px; }
.practice-as { margin: 0 0 8px; font-weight: 700; }
body .user-btn { background: #fff; border-color: #bbb; color: #1d1c1d; }
body .user-btn:hover, body .user-btn:focus-visible { background: #f8f8f8; border-color: #4a154b; }
body .avatar { background: #4a154b; color: #fff; }
body .user-login { color: #1d1c1d; }
body .user-meta, body .user-email { color: #616061; }
.practice-cancel { display: block; text-align: center; color: #1264a3; padding: 12px; }
body .powered-by { position: static; padding: 16px; text-align: center; }
body .powered-by, body .powered-by a { color: #616061; }
`;
