/** Somebody as they were typed: a name, and perhaps an address. */
export interface TypedPerson {
  readonly name: string;
  readonly email: string;
}

/**
 * People of lines such as "Ana Sousa, ana@example.com", "ana@example.com" or "Ana Sousa <ana@example.com>", as they come
 * out of mails and spreadsheets. Whether the addresses are any, the server says.
 */
export function typedPeople(text: string): readonly TypedPerson[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const parts = line.split(/[,;\t<>]+/).map((part) => part.trim());
      const email = parts.find((part) => part.includes('@')) ?? '';
      const name = parts.filter((part) => part !== email && part !== '').join(' ');
      return { name: name === '' ? (email.split('@')[0] ?? '') : name, email };
    });
}

/** A CSV file of people, for the import. */
export function csvOf(people: readonly TypedPerson[], locations: readonly string[]): string {
  const rows = people.map(({ name, email }) => [name, email, locations.join(';')]);
  return [['name', 'email', 'locations'], ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A text as the import takes files: its bytes in base 64. */
export function inBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
