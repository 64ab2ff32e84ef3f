import { useEffect, useState } from 'react';

const here = (): Element | null => (typeof document === 'undefined' ? null : document.activeElement);

/** The button of the menu that something stands in: the menu closes as its entry is chosen, and takes the entry along. */
function menuButtonOf(entry: Element): Element | null {
  const button = entry.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return button ? document.getElementById(button) : null;
}

/**
 * Brings the focus back to where it was when a window was drawn first, once the window is gone. Mantine does so only for
 * windows that are drawn closed before they open.
 */
export function useWayBack(): void {
  const [from] = useState(() => {
    const opener = here();
    return opener === null ? [] : [opener, menuButtonOf(opener)];
  });
  useEffect(
    () => () => {
      setTimeout(() => {
        const now = here();
        if (now !== null && now !== document.body && now.isConnected) return;
        const target = from.find((one) => one?.isConnected && one !== document.body);
        if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      }, 10);
    },
    [from],
  );
}

/**
 * Where typing begins: the first field of a form, or the choice that is made there already. Not where a list would drop
 * down at once and take the first Escape for itself.
 */
export function markFirstField(form: HTMLFormElement | null): void {
  if (form === null || form.querySelector('[data-autofocus]') !== null) return;
  const fields = 'input:not([type="radio"], [type="hidden"], :disabled), input[type="radio"]:checked, textarea';
  const first = form.querySelector(fields);
  if (first?.getAttribute('aria-haspopup') !== 'listbox') first?.setAttribute('data-autofocus', '');
}
