// One tour is offered at a time: whoever has answered is left in peace until they come again.
let hushed = false;
const watching = new Set<() => void>();

/** Offers no more tours until the app is loaded again. */
export function hush(): void {
  hushed = true;
  for (const listener of watching) listener();
}

/** For `useSyncExternalStore`. */
export const isHushed = (): boolean => hushed;

export function onHush(listener: () => void): () => void {
  watching.add(listener);
  return () => {
    watching.delete(listener);
  };
}
