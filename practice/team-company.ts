/** The sample company's work: where it is done, as what, by whom, and what each of them says of their time. */

export interface Place {
  readonly name: string;
  readonly timeZone: string;
}

export const locations = [
  { name: 'Boatyard', timeZone: 'Europe/London' },
  { name: 'Quay shop', timeZone: 'Europe/London' },
  { name: 'Café Pine', timeZone: 'Europe/London' },
] as const satisfies readonly Place[];
type LocationName = (typeof locations)[number]['name'];

export const departments = ['Workshop', 'Shop', 'Café', 'Office'] as const;
export type Department = (typeof departments)[number];

export const qualifications = [
  { name: 'Crane licence', description: 'To lift boats in and out of the water.', expires: true },
  { name: 'Food hygiene, level 2', description: 'Asked of everybody who cooks.', expires: true },
  { name: 'First aid at work', description: 'One on each shift is good to have.', expires: true },
] as const;
export type QualificationName = (typeof qualifications)[number]['name'];

/** Monday is 0. */
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const workdays = [0, 1, 2, 3, 4];

export interface Pattern {
  readonly days: readonly number[];
  /** Local time. */
  readonly at: string;
  readonly minutes: number;
  readonly needs: number;
  readonly breakMinutes: number;
  readonly label: string | null;
}

const pattern = (
  days: readonly number[],
  at: string,
  hours: number,
  needs: number,
  label: string | null = null,
): Pattern => ({
  ...{ days, at, minutes: hours * 60, needs, label },
  breakMinutes: hours >= 6 ? 30 : 0,
});

export interface Job {
  readonly name: string;
  readonly location: LocationName;
  readonly department: Department;
  readonly colour: string;
  /** Filled first: 1. */
  readonly importance: number;
  /** Minor units an hour to begin with. */
  readonly rate: number;
  readonly asks: QualificationName | null;
  readonly patterns: readonly Pattern[];
}

export const jobs: readonly Job[] = [
  job('Boatbuilder', 'Boatyard', 'Workshop', 'blue', 2, 1950, [pattern(workdays, '07:00', 8.5, 4)]),
  job('Joiner', 'Boatyard', 'Workshop', 'cyan', 4, 1850, [pattern(workdays, '07:00', 8.5, 2)]),
  job('Rigger', 'Boatyard', 'Workshop', 'indigo', 5, 1900, [pattern(workdays, '08:00', 8, 1)]),
  job(
    'Crane',
    'Boatyard',
    'Workshop',
    'red',
    1,
    2200,
    [pattern([0, 2, 4], '08:00', 6, 1, 'High water')],
    'Crane licence',
  ),
  job('Night watch', 'Boatyard', 'Workshop', 'gray', 3, 1600, [pattern(everyDay, '22:00', 8, 1, 'Night')]),
  job('Sales', 'Quay shop', 'Shop', 'teal', 2, 1450, [
    pattern(everyDay, '09:30', 8, 2),
    pattern([5, 6], '11:00', 6, 1, 'Weekend'),
  ]),
  job('Till', 'Quay shop', 'Shop', 'green', 1, 1300, [pattern(everyDay, '09:30', 8, 1)]),
  job('Stock', 'Quay shop', 'Shop', 'lime', 6, 1300, [pattern(workdays, '08:00', 8, 1)]),
  job(
    'Kitchen',
    'Café Pine',
    'Café',
    'orange',
    1,
    1550,
    [pattern(everyDay, '06:30', 8, 1, 'Early'), pattern(everyDay, '12:00', 8, 1, 'Late')],
    'Food hygiene, level 2',
  ),
  job('Barista', 'Café Pine', 'Café', 'yellow', 2, 1300, [
    pattern(everyDay, '06:30', 8, 2, 'Early'),
    pattern(everyDay, '13:00', 7, 2, 'Late'),
  ]),
  job('Service', 'Café Pine', 'Café', 'pink', 3, 1250, [
    pattern(everyDay, '11:00', 7, 2),
    pattern([4, 5, 6], '17:00', 4.5, 1, 'Evening'),
  ]),
  job('Cleaning', 'Café Pine', 'Café', 'grape', 5, 1200, [pattern(everyDay, '20:00', 2.5, 1)]),
];

function job(
  name: string,
  location: LocationName,
  department: Department,
  colour: string,
  importance: number,
  rate: number,
  patterns: readonly Pattern[],
  asks: QualificationName | null = null,
): Job {
  return { name, location, department, colour, importance, rate, asks, patterns };
}

/** What somebody says of every week: days (Monday is 0) on which they can't, or the only ones on which they can. */
export type Weekly = { readonly not: readonly number[] } | { readonly only: readonly number[] } | null;

export interface Worker {
  readonly name: string;
  readonly department: Department;
  /** Names of jobs that they know, the best first. */
  readonly knows: readonly string[];
  /** Hours a week that they want. */
  readonly wants: number;
  readonly weekly: Weekly;
}

const worker = (name: string, department: Department, knows: string, wants: number, weekly: Weekly = null): Worker => ({
  ...{ name, department, wants, weekly },
  knows: knows.split(', '),
});

/** Those of the practice Slack workspace who work shifts, and all their colleagues, who need no Slack for it. */
export const workers: readonly Worker[] = [
  worker('Ana Ribeiro', 'Workshop', 'Joiner, Boatbuilder', 40),
  worker('Ben Carter', 'Workshop', 'Boatbuilder, Crane', 40),
  worker('Dora Novak', 'Workshop', 'Boatbuilder, Rigger, Crane', 40),
  worker('Emre Yıldız', 'Shop', 'Sales, Till', 40),
  worker('Freya Holm', 'Workshop', 'Boatbuilder', 32, { not: [2] }),
  worker('Gus Almeida', 'Workshop', 'Boatbuilder, Joiner', 40),
  worker('Hana Sato', 'Workshop', 'Boatbuilder', 40),
  worker('Idris Bello', 'Workshop', 'Joiner', 40),
  worker('Jonas Weber', 'Workshop', 'Boatbuilder, Crane', 40),
  worker('Kaya Demir', 'Workshop', 'Rigger, Boatbuilder', 40),
  worker('Liam Byrne', 'Workshop', 'Boatbuilder, Rigger', 40),
  worker('Mina Rahimi', 'Workshop', 'Joiner, Boatbuilder', 24, { only: [0, 1, 2] }),
  worker('Nils Berg', 'Workshop', 'Night watch', 40),
  worker('Oona Laine', 'Workshop', 'Night watch', 32),
  worker('Pavel Dvořák', 'Workshop', 'Night watch, Boatbuilder', 24),
  worker('Quentin Moreau', 'Workshop', 'Joiner, Rigger', 40),
  worker('Rosa Marín', 'Shop', 'Sales, Till', 38),
  worker('Sam Whitfield', 'Shop', 'Sales, Stock', 38),
  worker('Tess de Vries', 'Shop', 'Till, Sales', 30, { not: [0] }),
  worker('Umar Farooq', 'Shop', 'Stock, Till', 38),
  worker('Vera Kovač', 'Shop', 'Sales', 24, { only: [4, 5, 6] }),
  worker('Will Hughes', 'Shop', 'Till, Stock', 24),
  worker('Xenia Petrova', 'Shop', 'Sales, Till', 32, { not: [3] }),
  worker('Yusuf Aydın', 'Shop', 'Sales, Stock', 38),
  worker('Zoe Martin', 'Café', 'Kitchen, Service', 38),
  worker('Aroha Ngata', 'Café', 'Kitchen, Barista', 38),
  worker('Bilal Khan', 'Café', 'Kitchen', 38),
  worker('Carla Conti', 'Café', 'Kitchen, Barista', 32, { not: [6] }),
  worker('Dev Patel', 'Café', 'Barista, Service', 38),
  worker('Elin Strand', 'Café', 'Barista', 30, { not: [1] }),
  worker('Finn Gallagher', 'Café', 'Barista, Service, Cleaning', 38),
  worker('Greta Lang', 'Café', 'Barista', 24, { only: [3, 4, 5, 6] }),
  worker('Hugo Silva', 'Café', 'Barista, Kitchen', 38),
  worker('Ines Duarte', 'Café', 'Barista, Service', 38),
  worker('Jack Osei', 'Café', 'Service, Cleaning', 30),
  worker('Katya Orlova', 'Café', 'Service, Barista', 38),
  worker('Leo Fontaine', 'Café', 'Service, Cleaning', 20, { only: [4, 5, 6] }),
  worker('Maud Peeters', 'Café', 'Service, Barista', 30),
  worker('Noor Haddad', 'Café', 'Cleaning, Service', 20),
  worker('Oscar Lind', 'Café', 'Cleaning', 18),
  worker('Priya Nair', 'Café', 'Barista, Service', 30, { not: [0] }),
  worker('Ravi Shah', 'Shop', 'Till, Sales', 24, { only: [0, 5, 6] }),
  worker('Sofia Greco', 'Café', 'Kitchen, Service', 30),
];
