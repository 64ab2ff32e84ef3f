import type { Template } from './template.ts';

export const opening: Template = {
  name: 'opening',
  title: 'Opening',
  about: 'For whoever comes first: the place is safe, clean and ready before the first guest stands at the door.',
  body: `Whoever opens has the place in hand until somebody else takes over. Come **30 minutes** before the doors open.

Something is broken, missing or not safe? Don’t open that part. Close it off, say so at once, and write it down in the step where you saw it.`,
  steps: [
    {
      kind: 'do',
      title: 'Go in, switch off the alarm and lock the door behind you',
      text: 'Signs of a break-in: don’t go in. Go back to the street and call the police.',
      minutes: 3,
    },
    { kind: 'do', title: 'Light, heating or cooling, ventilation on', minutes: 3 },
    {
      kind: 'check',
      title: 'Ways out are clear, exit signs are lit, no door is blocked',
      text: 'Open each emergency door once.',
      minutes: 3,
    },
    {
      kind: 'measure',
      title: 'Temperature of the fridge',
      text: 'Read it at the thermometer inside, not at the display.',
      measure: { unit: '°C', min: 1, max: 7 },
      minutes: 1,
    },
    {
      kind: 'measure',
      title: 'Temperature of the freezer',
      measure: { unit: '°C', min: null, max: -18 },
      minutes: 1,
    },
    {
      kind: 'measure',
      title: 'Money in the till',
      text: 'Count it, don’t copy yesterday’s figure.',
      measure: { unit: '', min: 200, max: 200 },
      minutes: 5,
    },
    { kind: 'check', title: 'Toilets are clean, paper, soap and towels are filled', minutes: 3 },
    { kind: 'check', title: 'Card reader and till are on; a test payment of nothing goes through', minutes: 2 },
    { kind: 'do', title: 'Read what the late shift left, and the reservations', minutes: 3 },
    { kind: 'sign', title: 'Open the doors', text: 'With your name you say that all of the above was so.', minutes: 1 },
  ],
};

export const closing: Template = {
  name: 'closing',
  title: 'Closing',
  about: 'For the last who leave: nobody and nothing is left behind, and the morning can begin.',
  body: 'Nobody closes alone: two go out together. Begin with what can be done while guests are still there.',
  steps: [
    { kind: 'do', title: 'Last orders, then let the last guests out and lock the door', minutes: 10 },
    { kind: 'check', title: 'Nobody is left: toilets, cellar, store rooms, yard', minutes: 3 },
    { kind: 'do', title: 'Put away food, label it with today’s date, throw away what is over', minutes: 10 },
    {
      kind: 'check',
      title: 'Stoves, ovens, fryers, coffee machine and candles are off',
      text: 'Touch each switch. Wait until the fryer has cooled before you cover it.',
      minutes: 4,
    },
    { kind: 'measure', title: 'Temperature of the fridge', measure: { unit: '°C', min: 1, max: 7 }, minutes: 1 },
    { kind: 'do', title: 'Wipe down, sweep, mop; rubbish out', minutes: 20 },
    {
      kind: 'do',
      title: 'Count the till and put the money into the safe',
      text: 'The process “Cash count” says how.',
      minutes: 10,
    },
    { kind: 'photo', title: 'The room as you leave it', minutes: 1 },
    { kind: 'check', title: 'Windows and back door are locked, light is off, alarm is on', minutes: 4 },
    { kind: 'sign', title: 'Gone, both of you', minutes: 1 },
  ],
};

export const cashCount: Template = {
  name: 'cash-count',
  title: 'Cash count',
  about:
    'Two people count, one writes: what is there is compared with what should be there, and a difference is explained.',
  body: `Count where no guest looks on. **The one who counts is not the one who had the till.**

| What | How |
| - | - |
| Notes | by value, twice |
| Coins | in rolls, the rest by hand |
| Cards | the total of the reader’s report |

A difference is no disgrace, a hidden one is. Nobody makes one good from their own pocket.`,
  steps: [
    { kind: 'do', title: 'Close the till and print the report of the day', minutes: 2 },
    { kind: 'do', title: 'Count notes and coins, twice', minutes: 10 },
    {
      kind: 'measure',
      title: 'Difference between what was counted and the report',
      measure: { unit: '', min: -5, max: 5 },
      minutes: 2,
    },
    {
      kind: 'decide',
      title: 'Is the difference within the limits?',
      choices: [
        { label: 'Yes', next: 6 },
        { label: 'No', next: null },
      ],
    },
    {
      kind: 'approve',
      title: 'Somebody who answers for the money has seen the difference and why',
      text: 'Look for it together first: a void that was forgotten, change given twice, a roll that was opened.',
      minutes: 10,
    },
    { kind: 'do', title: 'Put the float back, the rest into a numbered bag and into the safe', minutes: 4 },
    { kind: 'sign', title: 'Counted and locked away', minutes: 1 },
  ],
};

export const cleaning: Template = {
  name: 'cleaning',
  title: 'Cleaning',
  about: 'From clean to dirty and from top to bottom, with what belongs to each place.',
  body: `Gloves on. **Never mix cleaners**: chlorine and acid together are poison gas.

- *Red* cloth: toilets
- *Yellow* cloth: wash basins
- *Blue* cloth: tables, counters, handles
- *Green* cloth: kitchen`,
  steps: [
    { kind: 'do', title: 'Open windows, put up the sign “Wet floor”', minutes: 2 },
    { kind: 'do', title: 'Clear surfaces, empty bins, new bags', minutes: 8 },
    {
      kind: 'do',
      title: 'Handles, switches, rails, card reader',
      text: 'Let the disinfectant stay on as long as its label says.',
      minutes: 5,
    },
    { kind: 'do', title: 'Tables, counters, chairs', minutes: 10 },
    { kind: 'do', title: 'Wash basins, then toilets', minutes: 12 },
    { kind: 'do', title: 'Sweep, then mop towards the door', minutes: 12 },
    { kind: 'do', title: 'Cloths and mop heads into the wash, cleaners locked away', minutes: 3 },
    { kind: 'check', title: 'Paper, soap and towels are filled; nothing is running low', minutes: 2 },
    { kind: 'sign', title: 'Clean', minutes: 1 },
  ],
};
