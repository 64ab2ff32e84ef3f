/** What the company's requests are about together, with the pages that belong to it. */
const campaigns = [
  { name: 'Open harbour day', colour: 'amber', pages: ['/events/open-harbour-day'] },
  { name: 'Come and work with us', colour: 'blue', pages: ['/jobs/'] },
  {
    name: 'A year without waste',
    colour: 'green',
    pages: ['/news/a-year-without-plastic', '/news/workshop-on-sunlight', '/news/two-thousand-pines'],
  },
  { name: 'The electric ferry', colour: 'teal', pages: ['/stories/a-keel-is-laid'] },
] as const;

const tags: Readonly<Record<string, readonly string[]>> = {
  '/jobs/': ['Jobs'],
  '/events/': ['Events'],
  '/stories/': ['Stories'],
  '/news/': ['News'],
  'chair|bench|oak': ['Furniture'],
  'keel|fleet|boatbuilder|moorings': ['Boats'],
  'dora|apprenticeship': ['People'],
  'plastic|sunlight|pines': ['Environment'],
};

export const campaignPlans = campaigns.map(({ name, colour }) => ({ name, colour }));

/** Under what a request about a page is filed: at most one campaign, and the tags that a publisher would give it. */
export function filingOf(path: string): { readonly campaign: string | null; readonly tags: readonly string[] } {
  const found = campaigns.find(({ pages }) => pages.some((page) => path.startsWith(page)));
  const given = Object.entries(tags).flatMap(([words, names]) => (new RegExp(words).test(path) ? names : []));
  return { campaign: found?.name ?? null, tags: given };
}
