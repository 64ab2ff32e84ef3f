import loader, { type Highs } from 'highs';

/** HiGHS as WebAssembly, about 30 ms and 20 MB; one for each thread. */
export function loadHighs(): Promise<Highs> {
  // The package's types call it CommonJS, where `default` would be a property; what Node loads is an ES module whose default it is.
  const load = loader as unknown as typeof loader.default;
  return load();
}
