import type { Template } from './template.ts';

export const incident: Template = {
  name: 'incident',
  title: 'Incident',
  about:
    'Somebody is hurt, something is on fire, stolen, broken, leaked or hacked: first people, then the rest, then how it came.',
  body: `**In danger? Call the emergency number first.** Everything below can wait.

Say what you know, not what you suppose. Nobody is blamed for telling; what is told early costs least.`,
  steps: [
    {
      kind: 'do',
      title: 'Bring people to safety, give first aid, call for help',
      text: 'Say where you are, what happened, how many are hurt, and wait for questions.',
    },
    { kind: 'do', title: 'Tell whoever is in charge today', minutes: 2 },
    {
      kind: 'decide',
      title: 'What is it about?',
      choices: [
        { label: 'People or the building', next: null },
        { label: 'Data, accounts or money', next: 5 },
      ],
    },
    {
      kind: 'photo',
      title: 'The place as it is, before anything is moved',
      text: 'No faces, no injured people.',
      minutes: 3,
    },
    {
      kind: 'do',
      title: 'Stop it from getting worse',
      text: 'Close off the place; or end sessions, change passwords, take the device off the network without switching it off.',
      minutes: 15,
    },
    {
      kind: 'do',
      title: 'Write down what happened when, who saw it, and what was done',
      text: 'While it is fresh. Times as exact as you can.',
      minutes: 15,
    },
    {
      kind: 'check',
      title: 'Who has to be told by law, and until when',
      text: 'Personal data in other hands: the authority within 72 hours of knowing. An accident at work: insurance and authority as the country says.',
      minutes: 10,
    },
    { kind: 'do', title: 'Tell those whom it concerns what happened and what they can do', minutes: 20 },
    {
      kind: 'do',
      title: 'Within a week: what made it possible, and what will be different',
      text: 'Ask why until it is no longer about a person.',
      minutes: 45,
    },
    { kind: 'approve', title: 'Closed: what was to be changed is changed' },
  ],
};

export const onboarding: Template = {
  name: 'onboarding',
  title: 'Onboarding',
  about:
    'From the signed contract to the end of the first month: somebody new knows whom to ask and can do the work safely.',
  body: 'One person is their *companion* for the first month and has time set aside for it. Whoever is new asks everything twice; that is how it is meant.',
  steps: [
    { kind: 'do', title: 'Before the first day: contract, contact data and emergency contact are there', minutes: 20 },
    {
      kind: 'do',
      title: 'Before the first day: invitation to Coact and Slack, first shifts with the companion',
      minutes: 10,
    },
    { kind: 'do', title: 'First day: welcome, tour, names, lockers, breaks', minutes: 60 },
    {
      kind: 'check',
      title: 'First day: they know the ways out, the meeting point, the first-aid box and the extinguishers',
      text: 'Let them show you.',
      minutes: 15,
    },
    { kind: 'do', title: 'First day: keys and devices handed over', minutes: 10 },
    { kind: 'sign', title: 'They have received keys and devices, and read the house rules', minutes: 5 },
    { kind: 'do', title: 'First week: each task shown once, done together once, done alone once', minutes: 240 },
    {
      kind: 'check',
      title: 'First week: training that the law asks for is done and noted',
      text: 'Hygiene, fire, lifting, machines: what the work needs.',
      minutes: 30,
    },
    { kind: 'do', title: 'End of the first week: what surprised you?', minutes: 20 },
    { kind: 'do', title: 'End of the first month: how is it going, on both sides', minutes: 30 },
    { kind: 'approve', title: 'They work on their own' },
  ],
};

export const evacuationDrill: Template = {
  name: 'evacuation-drill',
  title: 'Evacuation drill',
  about:
    'Once or twice a year: everybody leaves by the ways that are meant for it, and somebody measures how long it takes.',
  body: 'Tell the alarm’s monitoring centre and the neighbours before. Tell nobody else the minute. Somebody who can’t take the stairs has a helper who knows it **before** the drill.',
  steps: [
    { kind: 'do', title: 'Tell the monitoring centre that it is a drill, and until when', minutes: 5 },
    { kind: 'check', title: 'Observers stand at the exits and at the meeting point', minutes: 5 },
    { kind: 'do', title: 'Raise the alarm', minutes: 1 },
    { kind: 'measure', title: 'Until the last person was out', measure: { unit: 'min', min: null, max: 5 } },
    { kind: 'check', title: 'Everybody is at the meeting point, counted against today’s schedule', minutes: 5 },
    { kind: 'check', title: 'Rooms were searched, doors were closed but not locked, lifts were not used', minutes: 5 },
    { kind: 'do', title: 'Reset the alarm, end the drill with the monitoring centre', minutes: 5 },
    { kind: 'do', title: 'Talk it over at the meeting point: what went wrong, what is changed by when', minutes: 15 },
    { kind: 'approve', title: 'Noted in the fire register' },
  ],
};

export const keyRotation: Template = {
  name: 'key-rotation',
  title: 'Key rotation',
  about:
    'A secret is replaced (a password, an API key, a certificate, the lock of a door) without anything standing still.',
  body: `Once a year, and at once when somebody who knew it leaves or it may have been seen.

Two secrets hold for a while: the new one is put in everywhere **before** the old one ends. No secret is written into this process, a mail or a chat.`,
  steps: [
    {
      kind: 'do',
      title: 'List every place where the secret is used',
      text: 'Servers, jobs, other people’s systems, the copy in the safe.',
      minutes: 20,
    },
    {
      kind: 'check',
      title: 'There is a way back: a backup, a second way in, somebody who can be reached',
      minutes: 10,
    },
    {
      kind: 'do',
      title: 'Make the new secret where it belongs',
      text: 'Long and random, made by the system, seen by nobody.',
      minutes: 5,
    },
    { kind: 'do', title: 'Put it in at each place of the list', minutes: 30 },
    {
      kind: 'check',
      title: 'Each place works with the new secret',
      text: 'Look at the use of the old one: it falls to nothing.',
      minutes: 20,
    },
    {
      kind: 'decide',
      title: 'Is the old secret still used anywhere?',
      choices: [
        { label: 'No', next: null },
        { label: 'Yes: stop here and find out where', next: 'end' },
      ],
    },
    { kind: 'do', title: 'End the old secret and destroy its copies', minutes: 10 },
    { kind: 'check', title: 'A day later: nothing has failed', minutes: 10 },
    { kind: 'sign', title: 'Replaced; the next date is in the calendar' },
  ],
};

export const restoreDrill: Template = {
  name: 'restore-drill',
  title: 'Restore drill',
  about: 'A backup is worth what comes back from it: every quarter, one is restored somewhere else, and measured.',
  body: 'Restore to a machine that nothing else depends on, never over what is running. Somebody does it who did **not** set the backups up, by what is written down alone.',
  steps: [
    { kind: 'do', title: 'Choose a backup at random from the last thirty days', minutes: 5 },
    { kind: 'check', title: 'The keys that it needs are in the second place, not only on the server', minutes: 10 },
    { kind: 'do', title: 'Set up an empty machine and restore to it', minutes: 60 },
    { kind: 'measure', title: 'How long the restoring took', measure: { unit: 'min', min: null, max: 240 } },
    { kind: 'measure', title: 'How much was lost: age of the newest record', measure: { unit: 'h', min: 0, max: 24 } },
    { kind: 'check', title: 'Counts of the main tables agree with what was noted at the backup', minutes: 15 },
    { kind: 'check', title: 'Somebody signs in, opens a file and finds a record of that day', minutes: 10 },
    { kind: 'do', title: 'Destroy the restored copy', minutes: 10 },
    { kind: 'do', title: 'Correct what was missing in the instructions', minutes: 20 },
    { kind: 'approve', title: 'It comes back, in time' },
  ],
};
