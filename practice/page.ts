import { readFileSync } from 'node:fs';

const style = readFileSync(new URL('./page.css', import.meta.url), 'utf8');

/** A whole HTML page in the practice workspace's own look. `body` is HTML, `title` is text. */
export function page(options: {
  readonly title: string;
  readonly body: string;
  readonly narrow?: boolean;
  /** Seconds after which the page looks for news; it is exchanged in place only when its content has changed. */
  readonly refreshSeconds?: number;
  readonly crumb?: { readonly label: string; readonly url: string };
}): string {
  const crumb = options.crumb
    ? `<nav class="crumb"><a href="${escapeHtml(options.crumb.url)}">${escapeHtml(options.crumb.label)}</a></nav>`
    : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(options.title)}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<style>${style}</style>
</head>
<body${options.narrow ? ' class="narrow"' : ''}>
${crumb}
<main>${options.body}</main>
${options.refreshSeconds ? `<script>${refreshScript(options.refreshSeconds)}</script>` : ''}
</body>
</html>`;
}

/** Text for use in HTML, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A round mark with a person's initials; its colour follows from the name. */
export function avatar(name: string): string {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('');
  const hue = [...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360, 7);
  return `<span class="avatar" style="--hue:${hue}" aria-hidden="true">${escapeHtml(initials)}</span>`;
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#1f6f5c"/>' +
  '<path d="M16 6l6 9h-3.5l4 6H17.5v5h-3v-5h-5l4-6H10z" fill="#fff"/></svg>';

/** Fetches the page anew and exchanges <main> when it differs, so that open frames and scroll stay where they are. */
function refreshScript(seconds: number): string {
  return `setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer || !answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  const main = document.querySelector('main');
  if (next && next.dataset.version !== main.dataset.version) return main.replaceWith(next);
  if (next && !next.dataset.version && next.innerHTML !== (window.practiceLast ?? (window.practiceLast = next.innerHTML))) {
    window.practiceLast = next.innerHTML;
    main.replaceWith(next);
  }
}, ${seconds * 1000});`;
}
