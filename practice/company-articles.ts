import type { Scene } from './company-pictures.ts';

export interface Article {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly text: readonly string[];
  readonly scene: Scene;
}

/** Where the site's own feed is; its pages name it in their heads. */
export const feedPath = '/feed.xml';

/** The pages that a publisher of the sample company would share, and has shared over the past year. */
export const articles: readonly Article[] = [
  {
    path: '/stories/tar-and-larch',
    title: 'Tar, larch and a lot of patience',
    description: 'Why our hulls smell the way they do, and why we would not change it for anything.',
    text: ['The tar is burnt in a kiln behind the yard, once a year, by everybody who likes to stay up late.'],
    scene: { hour: 'dusk', motif: 'pines' },
  },
  {
    path: '/events/winter-market',
    title: 'Winter market in the boat hall',
    description: 'Stools, spoons and toys from our offcuts, and a boat to paint for everybody under twelve.',
    text: ['Both Saturdays before the holidays, from ten until the soup is gone.'],
    scene: { hour: 'night', motif: 'lighthouse' },
  },
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
      'You know which way wood wants to go. We have the tools, the timber and nine colleagues at the slip who share their tea.',
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
  {
    path: '/stories/how-we-bend-oak',
    title: 'How we bend oak',
    description: 'Steam, patience and twelve seconds in which everything must go right.',
    text: ['An hour in the steam box for every inch of thickness. Then it is twelve seconds, and six hands.'],
    scene: { hour: 'dusk', motif: 'workshop' },
  },
  {
    path: '/news/harbour-chair-award',
    title: 'The Harbour Chair wins a design award',
    description: 'Seven pieces of ash, no screws, made to be mended. The jury liked that it can be taken apart.',
    text: ['Every chair leaves with a drawing of its parts. Should one break in thirty years, any joiner can make it.'],
    scene: { hour: 'dawn', motif: 'bench' },
  },
  {
    path: '/jobs/apprenticeship',
    title: 'Learn to build boats: two apprenticeships',
    description: 'Three years with us, school in town, and a dinghy of your own at the end.',
    text: ['No grades needed. Come for a day, bring your questions, take home what you made.'],
    scene: { hour: 'dawn', motif: 'workshop' },
  },
  {
    path: '/stories/the-lighthouse-door',
    title: 'A new door for an old lighthouse',
    description: 'The last one held for 140 years of weather. We were asked for another 140.',
    text: ['We found the first maker’s name under eleven layers of paint, and put ours beside it.'],
    scene: { hour: 'night', motif: 'lighthouse' },
  },
  {
    path: '/news/workshop-on-sunlight',
    title: 'The workshop runs on sunlight',
    description: 'Two hundred panels on the sawmill roof: what they bring in June, in January, and what we learned.',
    text: ['From March to October we plane, plank and heat with what falls on our own roof.'],
    scene: { hour: 'night', motif: 'workshop' },
  },
  {
    path: '/events/stove-talks',
    title: 'Stove talks: five evenings about wood and water',
    description: 'Boatbuilders, foresters and a navigator tell. Every second Thursday, free for everybody.',
    text: ['Tea from six, talks from seven, and nobody leaves before the stove goes out.'],
    scene: { hour: 'night', motif: 'pines' },
  },
  {
    path: '/stories/forty-years-of-dora',
    title: 'Dora and the sharpest chisels on the coast',
    description: 'She came for a summer and stayed. A visit with the woman who runs our workshop.',
    text: ['“A blunt tool is a lie,” she says, and hands me one that is not.'],
    scene: { hour: 'dusk', motif: 'bench' },
  },
  {
    path: '/news/rowing-club-fleet',
    title: 'Six new boats for the rowing club',
    description: 'Light enough for children to carry, strong enough for children to row.',
    text: ['Each boat was named by the class that tried it first. One is called Potato.'],
    scene: { hour: 'dusk', motif: 'boat' },
  },
  {
    path: '/jobs/designer',
    title: 'Designer for furniture and interiors (m/f/d)',
    description: 'You draw by hand and in 3D, and like to stand beside the bench when it is built.',
    text: ['Chidi would like somebody to argue with about radii. Part time is fine.'],
    scene: { hour: 'noon', motif: 'bench' },
  },
  {
    path: '/news/a-year-without-plastic',
    title: 'A year without plastic in our parcels',
    description: 'Wood wool, paper tape and a lot of string: how we ship chairs now, and what it costs.',
    text: ['Nine tonnes less in a year. The string was the hardest part.'],
    scene: { hour: 'dawn', motif: 'pines' },
  },
  {
    path: '/stories/moorings-in-a-storm',
    title: 'What our moorings did in the storm',
    description: 'Wind force ten, and not a boat came loose. Ben explains the knots.',
    text: ['He had been at the quay since four in the morning and says that he was never worried. He was.'],
    scene: { hour: 'night', motif: 'boat' },
  },
  {
    path: '/stories/a-keel-is-laid',
    title: 'A keel is laid for our first electric ferry',
    description: 'Fourteen metres of larch, one very long plank, and a coin under it for luck.',
    text: [
      'Every ship of this yard has a coin under her keel. This one is from the year in which the hill was planted.',
    ],
    scene: { hour: 'noon', motif: 'boat' },
  },
];
