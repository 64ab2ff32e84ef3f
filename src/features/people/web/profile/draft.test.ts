import { expect, test } from 'vitest';
import type { OwnProfile } from './contract.ts';
import { bodyOf, draftOf, phoneSentence, withPhone } from './draft.ts';

const profile: OwnProfile = {
  ...{ id: 'p1', name: 'Ana', pictureAt: null, manager: null, departments: [], locations: [], notes: [] },
  contact: { email: 'ana@example.com', pronouns: null, phones: [], address: null, emergency: null },
  seenBy: { email: 'me', pronouns: 'me', phones: 'me', address: 'me', emergency: 'me' },
  employment: { legalName: null, startDate: null, title: null, seniority: null, kind: null },
};

test('an empty profile is typed over in empty fields, and sent as nothing said', () => {
  const draft = draftOf(profile);
  expect(draft.phones).toEqual([{ key: 0, kind: 'mobile', number: '' }]);
  expect(bodyOf(draft)).toMatchObject({ name: 'Ana', pronouns: '', phones: [], address: '', emergency: null });
});

test('what is kept comes back as it was', () => {
  const emergency = { name: 'Rui', relation: 'brother', phone: '+351920000000' };
  const phones = [{ kind: 'work' as const, number: '+351910000000' }];
  const kept = { ...profile, contact: { ...profile.contact, phones, emergency, address: 'Rua 1' } };
  expect(bodyOf(draftOf(kept))).toMatchObject({ phones, emergency, address: 'Rua 1' });
});

test('a sentence about a phone stands at its own line, though empty lines before it are not sent', () => {
  const draft = withPhone(draftOf(profile));
  const typed = {
    ...draft,
    phones: draft.phones.map((phone) => (phone.key === 1 ? { ...phone, number: '91' } : phone)),
  };
  const fields = { 'phones.0.number': 'Please enter the number with its country.' };
  expect(phoneSentence(typed, 1, fields)).toBe(fields['phones.0.number']);
  expect(phoneSentence(typed, 0, fields)).toBeUndefined();
});
