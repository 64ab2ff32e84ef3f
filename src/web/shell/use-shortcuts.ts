import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Command, nextStep } from './shortcuts.ts';

const secondKeyWithin = 1500;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Puts the cursor into the page's search field, waiting up to two seconds for a page that is still coming. */
function focusSearch(tries = 40): void {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]');
  if (field !== null) field.focus();
  else if (tries > 0) window.setTimeout(() => focusSearch(tries - 1), 50);
}

interface Options {
  readonly onHelp: () => void;
  /** People who may not manage have no members page and no settings to go to. */
  readonly allowed: (command: Command) => boolean;
}

/** Listens for the keyboard shortcuts while the shell is shown. Does nothing while someone types or a window is open. */
export function useShortcuts({ onHelp, allowed }: Options): void {
  const navigate = useNavigate();
  const pending = useRef<'g' | null>(null);
  const timer = useRef(0);
  useEffect(() => {
    const act = (command: Command): void => {
      if (!allowed(command)) return;
      if (command === 'help') onHelp();
      else if (command === 'compose') void navigate({ to: '/requests/new' });
      else if (command === 'search') {
        if (document.querySelector('[data-search-field]') === null) void navigate({ to: '/requests' });
        focusSearch();
      } else void navigate({ to: command === 'dashboard' ? '/' : (`/${command}` as const) });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const step = nextStep(pending.current, event.key);
      pending.current = step.pending;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        pending.current = null;
      }, secondKeyWithin);
      if (step.command === null) return;
      event.preventDefault();
      act(step.command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, onHelp, allowed]);
}
