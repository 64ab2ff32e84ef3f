import { type NetworkName, networkNames } from '../network.ts';

/** Whose texts are being written: those of all networks without texts of their own, or one network's. */
export type Scope = 'all' | NetworkName;

/** The part of the form that holds the posts' texts. */
interface Texts {
  readonly networks: NetworkName[];
  readonly variants: string[];
  /** Of the networks that don't post the text for all. */
  readonly own: Partial<Record<NetworkName, string[]>>;
}

/** The networks chosen, in the order in which they are always shown. */
export function chosenNetworks(form: Pick<Texts, 'networks'>): readonly NetworkName[] {
  return networkNames.filter((network) => form.networks.includes(network));
}

/** The versions of the post for a network: its own, or else those for all. */
export function textsFor(form: Texts, network: NetworkName): readonly string[] {
  return form.own[network] ?? form.variants;
}

/** The chosen networks that post the text for all. */
function followersOf(form: Texts): readonly NetworkName[] {
  return chosenNetworks(form).filter((network) => form.own[network] === undefined);
}

/** What can be written, in tabs. A single network needs none: its text is the text. */
export function scopesOf(form: Texts): readonly [Scope, ...Scope[]] {
  const chosen = chosenNetworks(form);
  const [only, second] = chosen;
  if (only === undefined) return ['all'];
  if (second === undefined) return [form.own[only] === undefined ? 'all' : only];
  return followersOf(form).length > 0 ? ['all', ...chosen] : [only, ...chosen.slice(1)];
}

/** The networks whose posts a scope's texts become. */
export function readersOf(form: Texts, scope: Scope): readonly NetworkName[] {
  return scope === 'all' ? followersOf(form) : [scope];
}

/** The versions that a scope shows; a network without texts of its own shows those for all. */
export function textsAt(form: Texts, scope: Scope): readonly string[] {
  return scope === 'all' ? form.variants : textsFor(form, scope);
}

/** Writes a scope's versions. A network gets texts of its own by the first change that is made for it alone. */
export function withTexts(form: Texts, scope: Scope, variants: string[]): Partial<Texts> {
  return scope === 'all' ? { variants } : { own: { ...form.own, [scope]: variants } };
}

/** Gives a network the text for all again. */
export function withoutOwn(form: Texts, network: NetworkName): Partial<Texts> {
  const { [network]: _gone, ...own } = form.own;
  return { own };
}

/** Chooses a network or leaves it; the texts it had of its own are forgotten with it. */
export function withNetwork(form: Texts, network: NetworkName, chosen: boolean): Partial<Texts> {
  const networks = networkNames.filter((one) => (one === network ? chosen : form.networks.includes(one)));
  if (chosen) return { networks };
  const left = { ...form, networks };
  const [only, second] = networks;
  // The one that is left has the text to itself, so that there is nothing to follow any more.
  const texts = only !== undefined && second === undefined ? { variants: [...textsFor(form, only)], own: {} } : null;
  return { networks, ...withoutOwn(left, network), ...texts };
}

/**
 * The server's texts by network as the form has them. What most networks post is the text for all; the others have texts
 * of their own.
 */
export function textsOf(record: Partial<Record<NetworkName, { readonly variants: readonly string[] }>>): Texts {
  const networks = networkNames.filter((network) => record[network] !== undefined);
  const written = networks.map((network) => ({ network, variants: [...(record[network]?.variants ?? [])] }));
  const same = (left: readonly string[], right: readonly string[]) => JSON.stringify(left) === JSON.stringify(right);
  const posting = (variants: readonly string[]) => written.filter((one) => same(one.variants, variants)).length;
  const [common] = written.toSorted((left, right) => posting(right.variants) - posting(left.variants));
  if (common === undefined || common.variants.length === 0) return { networks, variants: [''], own: {} };
  const others = written.filter(({ variants }) => variants.length > 0 && !same(variants, common.variants));
  return {
    networks,
    variants: common.variants,
    own: Object.fromEntries(others.map(({ network, variants }) => [network, variants])),
  };
}
