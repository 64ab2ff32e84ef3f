import { articles } from './company-articles.ts';

/** A share request of the sample company: what Tom composed about one of its pages. */
export interface Topic {
  readonly path: string;
  readonly channel: 'general' | 'news' | 'jobs' | 'random';
  readonly title: string;
  /** What the page says of itself, for the link card. */
  readonly preview: { readonly title: string; readonly description: string };
  readonly slackText: string;
  /** Texts for Bluesky. */
  readonly variants: readonly string[];
  /** How well it went, beside others: 1 is usual. */
  readonly appeal: number;
}

const topic = (
  path: string,
  channel: Topic['channel'],
  appeal: number,
  slackText: string,
  variants: readonly string[],
  title?: string,
): Topic => {
  const article = articles.find((each) => each.path === path);
  if (article === undefined) throw new Error(`the company's site has no page ${path}`);
  const preview = { title: article.title, description: article.description };
  return { path, channel, appeal, preview, slackText, variants, title: title ?? article.title };
};

/** What the company asked its people to share over the past year, the latest first. */
export const pastTopics: readonly Topic[] = [
  topic('/stories/how-we-bend-oak', 'news', 1.2, 'Twelve seconds of oak. If you were in the room, say so!', [
    'Twelve seconds: that is how long steamed oak lets you bend it. Six hands, one rib. 🌊',
    'Ever seen oak bend like rubber? This is an ordinary Tuesday at our yard.',
  ]),
  topic('/jobs/designer', 'jobs', 0.9, 'Chidi is looking for company. Who do you know?', [
    'We are looking for a designer who likes to stand beside the bench when it is built. Part time is fine.',
  ]),
  topic(
    '/news/rowing-club-fleet',
    'news',
    1.3,
    'The club has its boats. Pictures from the handing over are in the post.',
    [
      'Six new boats for the rowing club, light enough for children to carry. One of them is called Potato. 🚣',
      'We built six boats for the rowing club. The names were the children’s idea.',
    ],
  ),
  topic('/events/open-harbour-day', 'general', 1.5, 'Saturday from ten. Please tell everybody who likes soup.', [
    'Open harbour day on Saturday: look into the workshop, row a race, eat soup. Come along!',
    'Come and row with us on Saturday. Beginners welcome, shoes may get wet.',
  ]),
  topic('/news/harbour-chair-award', 'news', 1.6, '*We won.* Thank you all. Now the world may hear it.', [
    'Seven pieces of ash, no screws, and now an award. So proud of everybody who made the Harbour Chair!',
    'The chair that can be taken apart and mended has won a design award. 🏆',
  ]),
  topic('/stories/forty-years-of-dora', 'random', 1.1, 'A portrait of our Dora. She did not want one, so be kind.', [
    '“A blunt tool is a lie.” A visit with the woman who runs our workshop.',
  ]),
  topic('/news/a-year-without-plastic', 'news', 0.8, 'Nine tonnes less. Worth telling, we think.', [
    'A year without plastic in our parcels: nine tonnes less. The string was the hardest part.',
    'How do you ship a chair without plastic? With wood wool, paper tape and a lot of string.',
  ]),
  topic('/jobs/apprenticeship', 'jobs', 1.2, 'Two places are open. You remember how you found yours.', [
    'Three years, school in town, and a dinghy of your own at the end: we have two apprenticeships.',
    'Know somebody who would rather build boats than sit still? Two apprenticeships, no grades needed.',
  ]),
  topic('/stories/the-lighthouse-door', 'news', 1.1, 'The new door is in. The story of the old one is even better.', [
    'The last door held for 140 years of weather. We were asked for another 140.',
  ]),
  topic('/news/workshop-on-sunlight', 'general', 1, 'Nearly a year of figures from our roof, with the honest ones.', [
    'Our workshop runs on sunlight: what two hundred panels bring in June, in January, and what we learned. ☀️',
    'Plane, plank and heat with what falls on our own roof. The figures are in.',
  ]),
  topic('/jobs/boatbuilder', 'jobs', 0.9, 'We still need one more pair of hands at the slip.', [
    'You know which way wood wants to go? We are looking for a boatbuilder. Four-day week, warm workshop.',
  ]),
  topic('/news/two-thousand-pines', 'news', 1.2, 'The two thousandth tree is in the ground.', [
    'Whoever builds with wood plans for fifty years. This autumn we planted our two thousandth pine. 🌲',
    'Two thousand pines, three schools, very muddy boots.',
  ]),
  topic(
    '/stories/moorings-in-a-storm',
    'news',
    1.3,
    'Ben explains the knots. Share it if you were at the quay that night.',
    ['Wind force ten, and not a boat came loose. Ben explains how.'],
  ),
  topic('/events/stove-talks', 'general', 0.8, 'Five evenings at the stove. The first one is about larch.', [
    'Five evenings about wood and water, at the stove, free for everybody. Every second Thursday.',
    'Tea from six, talks from seven: our stove talks begin.',
  ]),
  topic('/stories/a-bench-for-the-library', 'random', 1, 'Freya’s first own piece. Go and sit on it!', [
    'It began with a sketch on the back of a delivery note. Now the library has a bench.',
  ]),
  topic(
    '/jobs/designer',
    'jobs',
    0.7,
    'A new place in design. Please pass it on.',
    ['Draw by hand and in 3D, and see it built next door: we are looking for a designer.'],
    'Designer wanted: please pass it on',
  ),
  topic('/stories/a-keel-is-laid', 'news', 1.5, '*The keel is laid.* There is a coin under it, and now you may tell.', [
    'Fourteen metres of larch, one very long plank and a coin for luck: the keel of our first electric ferry is laid. ⛴️',
    'Today we laid the keel of our first electric ferry. There is a coin under it.',
  ]),
  topic(
    '/stories/how-we-bend-oak',
    'random',
    0.8,
    'For everybody who asked at the open day how it is done.',
    ['Steam, patience and six hands. How we bend oak.'],
    'How we bend oak, the short version',
  ),
  topic(
    '/news/two-thousand-pines',
    'general',
    0.9,
    'Our first planting day with the schools. Pictures are online.',
    ['A hundred children, a hundred spades and a hill: our first planting day with the schools.'],
    'The first planting day',
  ),
  topic(
    '/jobs/apprenticeship',
    'jobs',
    0.9,
    'Places for next year are open.',
    ['Learn to build boats with us. Come for a day, take home what you made.'],
    'Apprenticeships for next year',
  ),
  topic(
    '/events/open-harbour-day',
    'general',
    1.2,
    'The day is coming up, and the weather looks well.',
    ['Workshop tours, a rowing race for beginners and soup for everybody. See you at the harbour?'],
    'Harbour day is back',
  ),
  topic(
    '/stories/a-bench-for-the-library',
    'news',
    0.8,
    'The library asked, and we said yes.',
    ['The town library asked for a bench. We have just the right oak for it.'],
    'A bench to be',
  ),
  topic(
    '/news/workshop-on-sunlight',
    'news',
    0.9,
    'The panels are on the roof. From today the saw runs on them.',
    ['Two hundred panels on the sawmill roof. From today our saw runs on sunlight.'],
    'Sun on the sawmill roof',
  ),
  topic(
    '/news/a-year-without-plastic',
    'news',
    0.7,
    'From this month our parcels go without plastic.',
    ['From this month our parcels leave without plastic. Wish us luck with the string.'],
    'Parcels without plastic',
  ),
];

/** What Tom has begun and not sent. */
export const drafts: readonly Topic[] = [
  topic(
    '/events/stove-talks',
    'general',
    1,
    'The talks go into their second round. Who would like to tell something?',
    [
      'The stove is warm again: five more evenings about wood and water, free for everybody.',
      'Boatbuilders, foresters and a navigator tell. Every second Thursday at our stove.',
    ],
    'Stove talks, the second round',
  ),
  topic(
    '/jobs/boatbuilder',
    'jobs',
    1,
    'We are hiring again for spring.',
    ['Four-day week, a warm workshop by the water and time to do it right: we are looking for a boatbuilder.'],
    'Boatbuilder for spring',
  ),
];
