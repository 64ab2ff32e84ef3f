// Loaded before Coact where a story goes on at another day: everything that asks what time it is hears the later one.
const ahead = Number(process.env.JOURNEY_AHEAD_MS);
const realNow = Date.now;

/** The usual dates, ahead of the machine's. */
class LaterDate extends Date {
  constructor(...given: []) {
    if (given.length === 0) super(LaterDate.now());
    else super(...given);
  }

  static override now(): number {
    return realNow() + ahead;
  }
}

globalThis.Date = LaterDate as DateConstructor;

export {};
