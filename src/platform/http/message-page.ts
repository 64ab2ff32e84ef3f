import { randomToken } from '../vault/index.ts';
import { contentSecurityPolicy, type HeaderPolicy } from './headers.ts';

/** A page that the server writes itself, where the web app is not at hand. Texts are escaped here. */
export type Message = {
  readonly status?: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** One button; `href` is a path of ours or an https address. */
  readonly link?: { readonly href: string; readonly text: string };
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, within elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

// The colours of the web app (src/web/theme.ts), which this page stands in for.
const style = `
  :root { color-scheme: light dark; --ink: #18201b; --soft: #465049; --paper: #fff; --ground: #f4f6f3; --line: #e0e5e1; --accent: #1c5d41; --on-accent: #fff }
  @media (prefers-color-scheme: dark) { :root { --ink: #dbe3de; --soft: #98a69d; --paper: #161e19; --ground: #0f1512; --line: #28322c; --accent: #8fc0a6; --on-accent: #0a1a12 } }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
         font: 16px/1.55 system-ui, sans-serif }
  main { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 40px; margin: 24px; max-width: 460px }
  b { color: var(--accent); font-size: 20px; font-weight: 700; letter-spacing: -.035em }
  h1 { font-size: 24px; font-weight: 650; line-height: 1.25; letter-spacing: -.022em; margin: 20px 0 8px } p { color: var(--soft); margin: 8px 0 }
  a { display: inline-block; margin-top: 16px; padding: 10px 18px; border-radius: 8px; background: var(--accent); color: var(--on-accent);
      text-decoration: none; font-weight: 600 }
  a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }`;

/** Renders a message as a whole page with its own style nonce; no script. */
export function messagePage(message: Message, policy: HeaderPolicy): Response {
  const nonce = randomToken();
  const paragraphs = message.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  const link = message.link ? `<a href="${escapeHtml(message.link.href)}">${escapeHtml(message.link.text)}</a>` : '';
  const title = escapeHtml(message.title);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Coact</title>
<style nonce="${nonce}">${style}</style></head>
<body><main><b>coact</b><h1>${title}</h1>${paragraphs}${link}</main></body></html>`;
  return new Response(html, {
    status: message.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(policy, nonce),
    },
  });
}
