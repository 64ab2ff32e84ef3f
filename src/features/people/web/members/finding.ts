import type { Member } from './contract.ts';
import { mainRole } from './roles.ts';

/** Letters without accents and case, so that "muller" finds "Müller". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Members whose name or address holds all the words, and who have the role when one is given. Order is kept. */
export function findMembers(members: readonly Member[], words: string, role: string | null): readonly Member[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return members.filter((member) => {
    if (role !== null && mainRole(member.roles) !== role) return false;
    const text = plain(`${member.name} ${member.email ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
}
