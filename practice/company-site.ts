import { Hono } from 'hono';
import { company } from './company.ts';
import { type Article, articles, feedPath } from './company-articles.ts';
import { drawScene } from './company-pictures.ts';
import { escapeHtml } from './page.ts';

/** The web site of the sample company, with what link previews read: Open Graph title, description and picture. */
export function createCompanySite(url: string): Hono {
  const app = new Hono();
  for (const article of articles) {
    let picture: Promise<Buffer> | undefined;
    app.get(article.path, (context) => context.html(articlePage(url, article)));
    app.get(`${article.path}/picture.png`, async (context) => {
      picture ??= drawScene(article.scene);
      const headers = { 'content-type': 'image/png', 'cache-control': 'max-age=3600' };
      return context.body(new Uint8Array(await picture), 200, headers);
    });
  }
  app.get('/', (context) => context.html(frontPage()));
  app.get(feedPath, (context) => {
    const headers = { 'content-type': 'application/rss+xml; charset=utf-8' };
    return context.body(newsFeed(url, new Date()), 200, headers);
  });
  return app;
}

const dayMs = 86_400_000;

/** What the company has published, the latest first, one thing every six days. */
function newsFeed(url: string, now: Date): string {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const items = articles.map(({ path, title, description }, at) => {
    const published = new Date(today - at * 6 * dayMs).toUTCString();
    return `<item><title>${escapeHtml(title)}</title><link>${url}${path}</link><guid>${url}${path}</guid>
<description>${escapeHtml(description)}</description><pubDate>${published}</pubDate>
<category>${path.split('/')[1]}</category><enclosure url="${url}${path}/picture.png" type="image/png" length="0"/></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escapeHtml(company.name)}</title>
<link>${url}/</link><description>News from the water</description>${items.join('')}</channel></rss>`;
}

function shell(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="alternate" type="application/rss+xml" title="${escapeHtml(company.name)}" href="${feedPath}">${head}<style>${siteStyle}</style></head><body><header><a href="/">${escapeHtml(company.name)}</a><span>Wooden boats and furniture since 1987</span></header><main>${body}</main></body></html>`;
}

function articlePage(url: string, article: Article): string {
  const meta = (name: string, content: string) => `<meta property="${name}" content="${escapeHtml(content)}">`;
  const head = [
    `<meta name="description" content="${escapeHtml(article.description)}">`,
    `<link rel="canonical" href="${url}${article.path}">`,
    meta('og:type', 'article'),
    meta('og:site_name', company.name),
    meta('og:title', article.title),
    meta('og:description', article.description),
    meta('og:url', `${url}${article.path}`),
    meta('og:image', `${url}${article.path}/picture.png`),
    meta('og:image:width', '1200'),
    meta('og:image:height', '630'),
    meta('og:image:alt', article.title),
  ].join('');
  const paragraphs = article.text.map((each) => `<p>${escapeHtml(each)}</p>`).join('');
  return shell(
    `${article.title} · ${company.name}`,
    head,
    `<article><img src="${article.path}/picture.png" alt="" width="1200" height="630"><h1>${escapeHtml(article.title)}</h1><p class="lead">${escapeHtml(article.description)}</p>${paragraphs}</article>`,
  );
}

function frontPage(): string {
  const cards = articles.map(
    (each) =>
      `<a class="card" href="${each.path}"><img src="${each.path}/picture.png" alt="" width="1200" height="630" loading="lazy"><b>${escapeHtml(each.title)}</b><span>${escapeHtml(each.description)}</span></a>`,
  );
  return shell(company.name, '', `<h1>Made by the water</h1><div class="grid">${cards.join('')}</div>`);
}

const siteStyle = `*{box-sizing:border-box}body{margin:0;font:18px/1.65 Georgia,"Times New Roman",serif;color:#22302b;background:#fbf8f1}
header{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;padding:24px;max-width:1040px;margin:auto}header a{font-size:24px;font-weight:700;color:#1d4d40;text-decoration:none}header span{color:#6d756f;font-size:15px}
main{max-width:1040px;margin:auto;padding:8px 24px 64px}article{max-width:720px}img{width:100%;height:auto;border-radius:10px;display:block}h1{font-size:clamp(30px,5vw,44px);line-height:1.15;margin:28px 0 12px;text-wrap:balance}.lead{font-size:21px;color:#4b5751}
.grid{display:grid;gap:28px;grid-template-columns:repeat(auto-fill,minmax(290px,1fr))}.card{color:inherit;text-decoration:none;display:grid;gap:8px;align-content:start}.card b{font-size:20px;line-height:1.3}.card span{color:#5c6863;font-size:16px}`;
