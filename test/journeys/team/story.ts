import type { Browsers, Somebody } from '../browser.ts';
import { nameOrganisation } from '../founding.ts';
import { type JourneyWorld, openJourneyWorld } from '../world.ts';

export const locations = ['Harbour café', 'Hill café'] as const;
export const jobs = ['Waiter', 'Cook'] as const;
export const colleagues = [
  ...['Ana Sousa', 'Ben Okafor', 'Carla Dias', 'Dan Weber', 'Eva Lind', 'Finn Moe'],
  ...['Gia Rossi', 'Hugo Pires', 'Ines Faria', 'Jon Berg', 'Kim Park', 'Lea Novak'],
] as const;

/** A company's first schedule: from nothing to what people are told. */
export interface TeamStory extends AsyncDisposable {
  readonly world: JourneyWorld;
  readonly browsers: Browsers;
  /** The owner, who makes the schedule. */
  readonly maya: Somebody;
}

/** Coact as its own process, with an owner who has just founded the organisation. */
export async function beginTeamStory(): Promise<TeamStory> {
  const world = await openJourneyWorld();
  const maya = await world.browsers.somebody();
  const { page } = maya;
  await page.goto(world.coact.ownerLink ?? '');
  await page.getByRole('button', { name: 'Set up your organisation' }).click();
  await nameOrganisation(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: /^(?:Protect your account|Connect Slack)$/ }).waitFor();
  return { world, browsers: world.browsers, maya, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}
