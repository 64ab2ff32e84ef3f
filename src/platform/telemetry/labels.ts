/** Sets of values that are only known when the product is put together: what is mounted, registered or configured. */
export type KnownSet = 'route' | 'job' | 'host' | 'limit' | 'network' | 'version';

/**
 * The values that an attribute may have. A plain list is checked by the compiler too; `among` takes any text, and what is
 * not in the list or set becomes `_OTHER`.
 */
export type Domain = readonly string[] | { readonly among: readonly string[] | KnownSet };

export type Domains = Readonly<Record<string, Domain>>;

/** The type of a set of attributes: each one declared, each value from its domain. */
export type Attributes<D extends Domains> = {
  readonly [Name in keyof D]: D[Name] extends readonly (infer Value)[] ? Value : string;
};

/** OpenTelemetry's word for a value that is none of the known ones. */
export const other = '_OTHER';

const longest = 80;
const shapesOfIds: readonly RegExp[] = [
  // Addresses of people and of machines, and DIDs.
  /@/,
  /\d{1,3}(\.\d{1,3}){3}/,
  /[0-9a-f]*:[0-9a-f]*:/i,
  /\bdid:/,
  // Numbers of things, UUIDs, tokens, Slack's ids: a long run with a digit in it.
  /\d{5}/,
  /(?=[a-z]*\d)[0-9a-z]{10}/i,
  /\b(?=[A-Z]*\d)[A-Z0-9]{8}/,
  /[0-9a-f]{8}-[0-9a-f]{4}/i,
  // Sentences and names of people have blanks.
  /[\s"'\\]/,
];

/** True for what may be the name of one thing or person instead of the name of a kind of thing. */
export function looksLikeId(value: string): boolean {
  return value.length > longest || shapesOfIds.some((shape) => shape.test(value));
}

/** The sets of this process. */
export class KnownValues {
  readonly #sets = new Map<KnownSet, Set<string>>();

  /** Adds values to a set. @throws RangeError for one that looks like an id: it would tell one thing from another */
  add(set: KnownSet, values: Iterable<string>): void {
    const known = this.#sets.get(set) ?? new Set();
    this.#sets.set(set, known);
    for (const value of values) {
      if (looksLikeId(value)) throw new RangeError(`a value of "${set}" looks like an id, and may not be a label`);
      known.add(value);
    }
  }

  /** The value, if its domain has it; `*.example.org` in a set stands for every name below. */
  within(domain: Domain, value: string): string {
    const allowed = 'among' in domain ? domain.among : domain;
    if (typeof allowed !== 'string') return allowed.includes(value) ? value : other;
    const set = this.#sets.get(allowed);
    if (set?.has(value)) return value;
    for (let dot = value.indexOf('.'); dot !== -1; dot = value.indexOf('.', dot + 1)) {
      const above = `*${value.slice(dot)}`;
      if (set?.has(above)) return above;
    }
    return other;
  }

  /** The declared attributes and no more, each within its domain. Whatever else was passed, past the type, is left out. */
  closed(domains: Domains, given: Readonly<Record<string, unknown>>): Record<string, string> {
    const labels: Record<string, string> = {};
    for (const name in domains) {
      const domain = domains[name];
      const value = given[name];
      if (domain !== undefined && value !== undefined) labels[name] = this.within(domain, String(value));
    }
    return labels;
  }
}
