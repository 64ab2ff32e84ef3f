import { devices, referrers } from './visitor.ts';

/** One click as it is journalled: where and in which hour, and of a new visitor a blind token that means nothing tomorrow. */
export interface Click {
  readonly orgId: string;
  readonly linkId: string;
  /** Hours since 1970, UTC. */
  readonly hour: number;
  readonly robot: boolean;
  /** This process has not seen the visitor on this link today. */
  readonly unique: boolean;
  /** Of a unique click: eight characters of one byte each, by which the database knows whether another process has seen them. */
  readonly visitor?: string;
  /** Positions in `devices` and `referrers`. */
  readonly device: number;
  readonly referrer: number;
}

/** Counters of one link in one hour. */
export interface HourCount {
  readonly orgId: string;
  readonly linkId: string;
  readonly hour: number;
  total: number;
  unique: number;
  robots: number;
  /** Of those in `unique`, the ones that another process may have counted. */
  readonly visitors: string[];
  readonly devices: number[];
  readonly referrers: number[];
}

/** Counters by organisation, link and hour: what a journal comes down to. */
export type Counts = Map<string, HourCount>;

/** Fixed length: a torn last record is seen by the length of the file. */
export const recordBytes = 48;

const robotBit = 1;
const uniqueBit = 2;
const mark = 0xc2;
const visitorBytes = 8;
const nobody = '\0'.repeat(visitorBytes);

/**
 * Writes a click into `into` at `at`.
 *
 * Layout: check byte, flags, device, referrer, hour (4 bytes, big-endian), organisation (16), link (16), visitor (8; zeros for none).
 */
export function writeRecord(click: Click, into: Buffer, at: number): void {
  into[at + 1] = (click.robot ? robotBit : 0) | (click.unique ? uniqueBit : 0);
  into[at + 2] = click.device;
  into[at + 3] = click.referrer;
  into.writeUInt32BE(click.hour, at + 4);
  into.set(idsOf(click), at + 8);
  into.write(click.visitor ?? nobody, at + 40, visitorBytes, 'latin1');
  into[at] = checkOf(into, at);
}

const mostRemembered = 20_000;
const remembered = new Map<string, { readonly orgId: string; readonly bytes: Uint8Array }>();

/** Organisation and link as bytes. Remembered, as turning two ids from text into bytes costs more than all else of a record. */
function idsOf({ orgId, linkId }: Click): Uint8Array {
  const known = remembered.get(linkId);
  if (known?.orgId === orgId) return known.bytes;
  const bytes = Buffer.from((orgId + linkId).replaceAll('-', ''), 'hex');
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(linkId, { orgId, bytes });
  return bytes;
}

/** Tells records from the zeros or old sectors that a power cut can leave behind. */
function checkOf(bytes: Buffer, at: number): number {
  let check = mark;
  for (let index = at + 1; index < at + recordBytes; index += 1) check = (check * 31 + (bytes[index] ?? 0)) & 0xff;
  return check;
}

function readRecord(bytes: Buffer, at: number): Click | null {
  if (bytes[at] !== checkOf(bytes, at)) return null;
  const flags = bytes[at + 1] ?? 0;
  const visitor = bytes.toString('latin1', at + 40, at + 40 + visitorBytes);
  return {
    robot: (flags & robotBit) !== 0,
    unique: (flags & uniqueBit) !== 0,
    device: bytes[at + 2] ?? 0,
    referrer: bytes[at + 3] ?? 0,
    hour: bytes.readUInt32BE(at + 4),
    orgId: uuidAt(bytes, at + 8),
    linkId: uuidAt(bytes, at + 24),
    ...(visitor === nobody ? {} : { visitor }),
  };
}

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Adds the clicks of a journal to `counts`. Damaged records and a torn tail are left out. */
export function countRecords(bytes: Buffer, counts: Counts = new Map()): Counts {
  for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
    const click = readRecord(bytes, at);
    if (click) countClick(click, counts);
  }
  return counts;
}

/** Adds one click to `counts`. */
export function countClick(click: Click, counts: Counts): void {
  addTo(countFor(click, counts), click);
}

/** Counts of clicks that come in the order of time, by the thousands: what `countClick` does, without a key made for each. */
export interface Tally {
  add(click: Click): void;
  readonly counts: Counts;
}

export function openTally(): Tally {
  const counts: Counts = new Map();
  const latest = new Map<string, HourCount>();
  return {
    counts,
    add: (click) => {
      let count = latest.get(click.linkId);
      if (count?.hour !== click.hour || count.orgId !== click.orgId) {
        count = countFor(click, counts);
        latest.set(click.linkId, count);
      }
      addTo(count, click);
    },
  };
}

function countFor(click: Click, counts: Counts): HourCount {
  const key = `${click.orgId} ${click.linkId} ${click.hour}`;
  let count = counts.get(key);
  if (!count) {
    const { orgId, linkId, hour } = click;
    count = {
      orgId,
      linkId,
      hour,
      total: 0,
      unique: 0,
      robots: 0,
      visitors: [],
      devices: devices.map(() => 0),
      referrers: referrers.map(() => 0),
    };
    counts.set(key, count);
  }
  return count;
}

function addTo(count: HourCount, click: Click): void {
  if (click.robot) {
    count.robots += 1;
    return;
  }
  count.total += 1;
  if (click.unique) count.unique += 1;
  if (click.unique && click.visitor !== undefined) count.visitors.push(click.visitor);
  count.devices[click.device] = (count.devices[click.device] ?? 0) + 1;
  count.referrers[click.referrer] = (count.referrers[click.referrer] ?? 0) + 1;
}
