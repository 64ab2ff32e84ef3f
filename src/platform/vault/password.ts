import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** Cost of a hash. Memory in KiB; passes over it; lanes. */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Recommended by OWASP's password storage cheat sheet for Argon2id: 19 MiB, two passes, one lane. */
export const usualCost: HashCost = { memory: 19_456, passes: 2, lanes: 1 };

/** More guesses wait for a hash than this machine should keep waiting: try again in a moment. */
export class HashingBusy extends Error {
  override readonly name = 'HashingBusy';
  constructor() {
    super('too many passwords are waiting to be checked');
  }
}

/** `stale`: right, but hashed more cheaply than today; hash it again now that it is known. */
export type PasswordCheck = { readonly ok: boolean; readonly stale: boolean };

export interface PasswordHasher {
  /** Argon2id (RFC 9106) in PHC string form, so that a hash says how it was made. @throws HashingBusy */
  hash(password: string): Promise<string>;
  /** Checks in constant time. Without a hash it takes as long, and is never right. @throws HashingBusy */
  check(password: string, hash: string | null): Promise<PasswordCheck>;
}

/**
 * Hashes passwords, a few at a time: each takes 19 MiB and a core for tens of milliseconds, so without a bound a flood
 * of guesses would take the memory and the processors of everything else.
 * @param pepper a secret outside the database: without it, stolen hashes can't even be guessed at
 */
export function openPasswordHasher(pepper: string, cost: HashCost = usualCost): PasswordHasher {
  const turns = openTurns(2, 50);
  const secret = Buffer.from(pepper, 'utf8');
  const derive = (password: string, salt: Uint8Array, at: HashCost) =>
    turns(() => derived({ message: Buffer.from(password, 'utf8'), salt, secret, cost: at }));
  return {
    hash: async (password) => {
      const salt = randomBytes(16);
      return write(cost, salt, await derive(password, salt, cost));
    },
    check: async (password, hash) => {
      const read = hash === null ? null : parse(hash);
      const tag = await derive(password, read?.salt ?? randomBytes(16), read?.cost ?? cost);
      const ok = read !== null && tag.length === read.tag.length && timingSafeEqual(tag, read.tag);
      return { ok, stale: ok && isWeaker(read.cost, cost) };
    },
  };
}

function isWeaker(left: HashCost, right: HashCost): boolean {
  return left.memory < right.memory || left.passes < right.passes;
}

interface Derivation {
  readonly message: Uint8Array;
  readonly salt: Uint8Array;
  readonly secret: Uint8Array;
  readonly cost: HashCost;
}

function derived({ message, salt, secret, cost }: Derivation): Promise<Buffer> {
  const parameters = {
    ...{ message, nonce: salt, secret, tagLength: 32 },
    ...{ memory: cost.memory, passes: cost.passes, parallelism: cost.lanes },
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

function write({ memory, passes, lanes }: HashCost, salt: Uint8Array, tag: Uint8Array): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${toText(salt)}$${toText(tag)}`;
}

const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,})\$([A-Za-z0-9+/]{20,})$/;

function parse(hash: string) {
  const [, memory = '', passes = '', lanes = '', salt = '', tag = ''] = form.exec(hash) ?? [];
  if (tag === '') return null;
  const cost = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  return { cost, salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
}

/** Runs so many at once, lets so many wait in line, and refuses the rest. */
function openTurns(atOnce: number, inLine: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= inLine) throw new HashingBusy();
      // Whoever finishes hands their turn on, so the count stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
