// Loaded before Coact where a story goes on at another day: everything that asks what time it is hears the later one.
const ahead = Number(process.env.JOURNEY_AHEAD_MS);
const now = Date.now;

Date.now = () => now() + ahead;
const later = new Proxy(Date, {
  construct: (date, given: unknown[], made) => Reflect.construct(date, given.length === 0 ? [Date.now()] : given, made),
  apply: (date) => new date(Date.now()).toString(),
});
// Libraries tell dates from other things by this.
Object.defineProperty(Date.prototype, 'constructor', { value: later, writable: true, configurable: true });
globalThis.Date = later;

export {};
