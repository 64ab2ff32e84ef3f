import type { Contact, OwnProfile, SeenBy } from './contract.ts';

/** What is being typed: every field there, empty where nothing is said. */
export interface ContactDraft {
  readonly name: string;
  readonly pronouns: string;
  readonly phones: readonly {
    readonly key: number;
    readonly kind: Contact['phones'][number]['kind'];
    readonly number: string;
  }[];
  readonly address: string;
  readonly emergency: { readonly name: string; readonly relation: string; readonly phone: string };
  readonly seenBy: SeenBy;
}

const nobody = { name: '', relation: '', phone: '' };

/** What is kept, ready to be typed over. There is always a line for a phone. */
export function draftOf({ name, contact, seenBy }: OwnProfile): ContactDraft {
  const phones = contact.phones.map((phone, key) => ({ ...phone, key }));
  return {
    ...{ name, seenBy, pronouns: contact.pronouns ?? '', address: contact.address ?? '' },
    phones: phones.length > 0 ? phones : [{ key: 0, kind: 'mobile', number: '' }],
    emergency: contact.emergency ?? nobody,
  };
}

/** A line for one more phone. */
export function withPhone(draft: ContactDraft): ContactDraft {
  const key = Math.max(0, ...draft.phones.map((phone) => phone.key)) + 1;
  return { ...draft, phones: [...draft.phones, { key, kind: 'mobile', number: '' }] };
}

/** What is sent: lines that were left empty are not. */
export function bodyOf({ name, pronouns, phones, address, emergency, seenBy }: ContactDraft) {
  const typed = phones.filter(({ number }) => number.trim() !== '');
  const isNobody = Object.values(emergency).every((text) => text.trim() === '');
  return {
    ...{ name, pronouns, address, seenBy },
    phones: typed.map(({ kind, number }) => ({ kind, number })),
    emergency: isNobody ? null : emergency,
  };
}

/** The sentence about a phone line, found by its place among the lines that were sent. */
export function phoneSentence(
  draft: ContactDraft,
  key: number,
  fields: Readonly<Record<string, string>>,
): string | undefined {
  const sent = draft.phones.filter(({ number }) => number.trim() !== '').findIndex((phone) => phone.key === key);
  return sent < 0 ? undefined : fields[`phones.${sent}.number`];
}
