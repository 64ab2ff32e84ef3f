import { expect, test } from 'vitest';
import type { ShareRequest } from '../contract.ts';
import { type ComposerForm, emptyForm, formOf, isUntouched } from './composer-form.ts';
import { draftBody } from './draft-body.ts';

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
    picture: null,
    preview: null,
  });
});

test('half an address is kept as it was typed', () => {
  expect(draftBody({ ...empty, link: 'htt' }, zone).link).toBe('htt');
});

test('a request from the server becomes the form it was made from', () => {
  const form: ComposerForm = {
    ...empty,
    link: 'https://example.com/',
    title: 'Hello',
    slackText: 'Please share',
    card: { of: 'https://example.com/', title: 'Example', description: 'Site', pictureId: 'c', pictureUrl: '/media/c' },
    picture: { id: 'p', alt: 'Team', url: '/media/p' },
    variants: ['One', 'Two'],
    editPolicy: 'add',
    channelId: 'C1',
    endChosen: true,
  };
  const request: ShareRequest = {
    id: 'r',
    state: 'draft',
    ...draftBody(form, zone),
    networks: { bluesky: { variants: ['One', 'Two'] } },
  };
  expect(formOf(request, empty, () => form.endsAt)).toEqual(form);
});
