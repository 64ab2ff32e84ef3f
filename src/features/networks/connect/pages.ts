import { html } from 'hono/html';
import type { AccountQuestion } from '../network.ts';

type Html = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Where the browser goes on by itself. */
  readonly onward?: string;
}

/** The page behind a connect link: for whom it is, and one button. */
export function linkPage(page: {
  readonly network: string;
  readonly networkTitle: string;
  readonly asks: AccountQuestion | null;
  readonly allows: string;
  readonly label: string;
  readonly token: string;
  readonly problem?: string;
  readonly handle?: string;
}): Page {
  const { network, networkTitle, asks, allows, label, token, problem, handle = '' } = page;
  return {
    title: `Connect ${networkTitle}`,
    body: html`<p class="who">for <strong>${label}</strong> in Slack</p>
      <p>${allows} It does only what you choose to. You can disconnect at any time.</p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
      <form method="post" action="/connect/${network}">
        <input type="hidden" name="t" value="${token}">
        ${asks ? question(asks, handle) : ''}
        <button>Continue to ${networkTitle}</button>
      </form>
      <p class="small">Not ${label}? Close this page; nothing has happened.</p>`,
  };
}

/** One field, where the network has to be told which account or server it is about. */
function question({ label, placeholder, required }: AccountQuestion, typed: string): Html {
  return html`<label for="handle">${label}${required ? '' : html` <span>(optional)</span>`}</label>
        <input id="handle" name="handle" value="${typed}" placeholder="${placeholder}" autocomplete="username"
          autocapitalize="none" spellcheck="false" maxlength="253"${required ? ' required' : ''}>`;
}

/** Between our form and the network: a redirect in answer to a form would need a form policy open to any host. */
export function onwardPage(networkTitle: string, url: string): Page {
  return {
    title: `On to ${networkTitle} …`,
    onward: url,
    body: html`<p><a class="button" href="${url}">Continue to ${networkTitle}</a></p>`,
  };
}

export function connectedPage(page: {
  readonly network: string;
  readonly networkTitle: string;
  /** The account as sentences call it. */
  readonly account: string;
  readonly undo: string;
}): Page {
  const { network, networkTitle, account, undo } = page;
  return {
    title: `Connected as ${account}`,
    body: html`<p>Your ${networkTitle} account is ready. <strong>Go back to Slack</strong>: your share is waiting there.
        You can close this page.</p>
      <p><a class="button" href="slack://open">Open Slack</a></p>
      <form method="post" action="/connect/${network}/undo">
        <input type="hidden" name="u" value="${undo}">
        <p class="small">Not your account? <button class="link">Disconnect ${account}</button></p>
      </form>`,
  };
}

export function messagePage(title: string, sentence: string): Page {
  return { title, body: html`<p>${sentence}</p>` };
}

/** The whole document. Styles carry the nonce of the page's content policy; there is no script. */
export function renderPage({ title, body, onward }: Page, nonce: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${onward ? html`<meta http-equiv="refresh" content="0;url=${onward}">` : ''}
<title>${title} · Coact</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<p class="brand">coact</p>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

// The colours of the web app (src/web/theme.ts): whoever comes from Slack should see one product.
const style = html`
:root { color-scheme: light dark; --page: #f4f6f3; --card: #fff; --text: #18201b; --soft: #465049; --edge: #e0e5e1; --line: #adb8b0; --accent: #1c5d41; --on-accent: #fff; --bad: #b3362b }
@media (prefers-color-scheme: dark) { :root { --page: #0f1512; --card: #161e19; --text: #dbe3de; --soft: #98a69d; --edge: #28322c; --line: #3b4740; --accent: #8fc0a6; --on-accent: #0a1a12; --bad: #f0958b } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
main { width: 100%; max-width: 420px; padding: 32px; background: var(--card); border: 1px solid var(--edge); border-radius: 12px }
.brand { margin: 0 0 20px; color: var(--accent); font-size: 20px; font-weight: 700; letter-spacing: -.035em }
h1 { margin: 0 0 8px; font-size: 24px; font-weight: 650; line-height: 1.25; letter-spacing: -.022em; overflow-wrap: anywhere }
.who { margin-top: 0; color: var(--soft) }
.who strong { color: var(--text) }
.problem { color: var(--bad); font-weight: 500 }
.small, label span { color: var(--soft); font-size: 14px }
label { display: block; margin-bottom: 4px; font-weight: 500 }
input { width: 100%; padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; font: inherit }
button, .button { display: block; width: 100%; margin-top: 16px; padding: 11px 16px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
.link { display: inline; width: auto; margin: 0; padding: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;
