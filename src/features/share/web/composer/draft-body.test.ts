import { expect, test } from 'vitest';
import type { ShareRequest } from '../contract.ts';
import { type ComposerForm, emptyForm, formOf, isUntouched } from './composer-form.ts';
import { changeOfSent, changesOf, draftBody, loses } from './draft-body.ts';

const zone = 'Europe/Berlin';
const empty = emptyForm(new Date('2025-11-21T23:30:00Z'), zone);

test('an empty composer ends a week later by the organisation’s calendar', () => {
  expect(empty.endsAt).toBe('2025-11-29T18:00');
  expect(isUntouched(empty)).toBe(true);
  expect(isUntouched({ ...empty, variants: ['', 'x'] })).toBe(false);
});

test('the body holds instants, trimmed titles and only the UTM parameters that are filled', () => {
  const form: ComposerForm = {
    ...empty,
    link: 'example.com',
    title: ' Hello ',
    utm: { ...empty.utm, source: ' slack ' },
  };
  expect(draftBody(form, zone)).toMatchObject({
    link: 'https://example.com/',
    title: 'Hello',
    utm: { source: 'slack' },
    endsAt: '2025-11-29T17:00:00.000Z',
    reminderHours: null,
    picture: null,
    preview: null,
  });
});

test('half an address stays on this device, as the server takes whole ones only', () => {
  expect(draftBody({ ...empty, link: 'htt' }, zone).link).toBe('');
  expect(loses({ ...empty, link: 'htt' })).toBe(true);
  expect(loses({ ...empty, link: 'example.com' })).toBe(false);
  expect(loses(empty)).toBe(false);
});

test('what was not changed here is not sent, so that two tabs on one draft keep each other’s words', () => {
  const known = draftBody({ ...empty, link: 'example.com', title: 'Before', slackText: 'Said' }, zone);
  const here = draftBody({ ...empty, link: 'example.com', title: 'Here', slackText: 'Said' }, zone);
  expect(changesOf(here, known)).toEqual({ title: 'Here' });
  const emptied = draftBody({ ...empty, link: 'example.com', utm: { ...empty.utm, source: 'x' } }, zone);
  expect(changesOf(emptied, known)).toEqual({ title: '', slackText: '', utm: { source: 'x' } });
  expect(changesOf(known, known)).toEqual({});
});

test('a planned request keeps its link, written as it was', () => {
  const change = changeOfSent(draftBody({ ...empty, link: 'example.com', title: 'Changed' }, zone));
  expect(change).toMatchObject({ title: 'Changed' });
  for (const kept of ['link', 'campaignId', 'tags']) expect(change).not.toHaveProperty(kept);
});

test('a request from the server becomes the form it was made from', () => {
  const form: ComposerForm = {
    ...empty,
    link: 'https://example.com/',
    title: 'Hello',
    slackText: 'Please share',
    card: { of: 'https://example.com/', title: 'Example', description: 'Site', pictureId: 'c', pictureUrl: '/media/c' },
    picture: { id: 'p', alt: 'Team', url: '/media/p' },
    morePictures: [{ id: 'q', alt: 'Quay', url: '/media/q' }],
    postsPictures: true,
    networks: ['x', 'bluesky'],
    variants: ['One', 'Two'],
    own: {},
    editPolicy: 'add',
    channelId: 'C1',
    moreChannelIds: ['C2'],
    topicIds: ['t1'],
    campaignId: 'spring',
    tags: ['jobs'],
    sendAnyway: false,
    endChosen: true,
  };
  const request: ShareRequest = {
    ...draftBody(form, zone),
    id: 'r',
    state: 'draft',
    picture: { id: 'p', alt: 'Team', url: '/media/p' },
    morePictures: [{ id: 'q', alt: 'Quay', url: '/media/q' }],
    video: null,
    preview: { title: 'Example', description: 'Site', pictureId: 'c', pictureUrl: '/media/c' },
    channel: { id: 'C1', name: 'general' },
    channels: [],
    createdAt: '2025-11-21T12:00:00Z',
    revision: 1,
    delivery: { state: 'none', problem: null },
    figures: null,
  };
  expect(formOf(request, empty, () => form.endsAt)).toEqual(form);
});

test('only a scheduled request has a time to send that can still be chosen', () => {
  const request: ShareRequest = {
    ...draftBody(empty, zone),
    id: 'r',
    state: 'scheduled',
    networks: {},
    picture: null,
    morePictures: [],
    video: null,
    preview: null,
    channel: null,
    channels: [],
    sendAt: '2025-11-24T08:30:00.000Z',
    createdAt: '2025-11-21T12:00:00Z',
    revision: 1,
    delivery: { state: 'none', problem: null },
    figures: null,
  };
  const wallTime = () => '2025-11-24T09:30';
  expect(formOf(request, empty, wallTime)).toMatchObject({ when: 'later', sendAt: '2025-11-24T09:30', variants: [''] });
  expect(formOf({ ...request, state: 'open' }, empty, wallTime)).toMatchObject({ when: 'now', sendAt: '' });
});
