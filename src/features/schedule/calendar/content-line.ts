/** A line of RFC 5545 section 3.1: name, parameters and value. */
export interface ContentLine {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** The lines of a text, folded ones put together. Null for a text in which one is no content line. */
export function contentLines(text: string): readonly ContentLine[] | null {
  const lines = text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const parsed = lines.map(contentLine);
  return parsed.every((line) => line !== null) ? parsed : null;
}

function contentLine(line: string): ContentLine | null {
  const parts = /^([A-Za-z-]+)((?:;[A-Za-z-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/.exec(line);
  if (parts === null) return null;
  const [, name = '', parameterText = '', value = ''] = parts;
  const parameters = [...parameterText.matchAll(/;([A-Za-z-]+)=("[^"]*"|[^";:]*)/g)].map(
    ([, key = '', text = '']) => [key.toUpperCase(), text.replaceAll('"', '')] as const,
  );
  return { name: name.toUpperCase(), parameters: new Map(parameters), value };
}

/** Minutes of a DURATION (section 3.3.6), or null: `PT7H30M`, `P1DT2H`, `P1W`. Seconds must be none. */
export function durationMinutes(text: string): number | null {
  const weeks = /^\+?P(\d{1,3})W$/.exec(text);
  if (weeks !== null) return Number(weeks[1]) * 7 * 1440;
  const parts = /^\+?P(?=\d|T\d)(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:0+S)?)?$/.exec(text);
  if (parts === null) return null;
  const [, days = '0', hours = '0', minutes = '0'] = parts;
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

/** A DATE-TIME such as `20260302T090000Z` as the local time `2026-03-02T09:00`; null for what is none or has seconds. */
export function dateTime(text: string): { readonly local: string; readonly isUtc: boolean } | null {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})00(Z?)$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, utc] = parts;
  return { local: `${year}-${month}-${day}T${hour}:${minute}`, isUtc: utc === 'Z' };
}
