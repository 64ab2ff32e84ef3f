import { Hono } from 'hono';
import { company } from './company.ts';
import { drawScene, type Scene } from './company-pictures.ts';
import { escapeHtml } from './page.ts';

interface Article {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly text: readonly string[];
  readonly scene: Scene;
}

/** The pages that a publisher of the sample company would share. */
export const articles: readonly Article[] = [
  {
    path: '/news/first-electric-ferry',
    title: 'Our first electric ferry leaves the yard',
    description:
      'Eleven months, four thousand hours of joinery and a very quiet engine: the Alder takes her first passengers.',
    text: [
      'On Saturday the Alder left the slip at noon, with forty people on board and hardly a sound.',
      'She carries sixty passengers across the bay on one charge, and her hull is larch from the hill behind the yard.',
    ],
    scene: { hour: 'dawn', motif: 'boat' },
  },
  {
    path: '/jobs/boatbuilder',
    title: 'We are looking for a boatbuilder (m/f/d)',
    description: 'Four-day week, a warm workshop by the water and time to do it right. Start in spring.',
    text: [
      'You know which way wood wants to go. We have the tools, the timber and nine colleagues who share their tea.',
    ],
    scene: { hour: 'noon', motif: 'workshop' },
  },
  {
    path: '/news/two-thousand-pines',
    title: 'Two thousand pines for every year of timber',
    description: 'We plant more than we fell. This autumn, with three schools, we reached the two thousandth tree.',
    text: [
      'Whoever builds with wood plans for fifty years. The children who planted these will be older than we are now.',
    ],
    scene: { hour: 'noon', motif: 'pines' },
  },
  {
    path: '/events/open-harbour-day',
    title: 'Open harbour day: come and row with us',
    description: 'Saturday from ten: workshop tours, a rowing race for beginners and soup for everybody.',
    text: ['No need to book. Bring shoes that may get wet.'],
    scene: { hour: 'dusk', motif: 'lighthouse' },
  },
  {
    path: '/stories/a-bench-for-the-library',
    title: 'A bench for the town library',
    description: 'Freya, in her first year with us, designed it herself. Here is how it came to be.',
    text: ['It began with a sketch on the back of a delivery note.'],
    scene: { hour: 'night', motif: 'bench' },
  },
];

/** The web site of the sample company, with what link previews read: Open Graph title, description and picture. */
export async function createCompanySite(url: string): Promise<Hono> {
  const app = new Hono();
  for (const article of articles) {
    const picture = await drawScene(article.scene);
    app.get(article.path, (context) => context.html(articlePage(url, article)));
    app.get(`${article.path}/picture.png`, (context) =>
      context.body(new Uint8Array(picture), 200, { 'content-type': 'image/png', 'cache-control': 'max-age=3600' }),
    );
  }
  app.get('/', (context) => context.html(frontPage()));
  return app;
}

function shell(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>${head}<style>${siteStyle}</style></head><body><header><a href="/">${escapeHtml(company.name)}</a><span>Wooden boats and furniture since 1987</span></header><main>${body}</main></body></html>`;
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
