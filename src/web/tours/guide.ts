import { type Driver, driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import './guide.css';

/** What stands beside what is shown. */
export interface Words {
  readonly title: string;
  readonly text: string;
  readonly progress: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export type Move = 'on' | 'back' | 'end';

/** Shows one thing after the other, with words beside it. */
export interface Guide {
  /** Shows something until the person goes on, back, or ends the tour. */
  readonly show: (element: HTMLElement, words: Words) => Promise<Move>;
  readonly isEnded: () => boolean;
  /** Takes everything away, and answers "end" to whoever waits. */
  readonly end: () => void;
}

const ways: Readonly<Record<string, Move>> = { ArrowRight: 'on', ArrowLeft: 'back' };

/** Opens a guide. Loaded only when somebody takes a tour, with the library that draws it. */
export function openGuide(): Guide {
  let ended = false;
  let answer: (move: Move) => void = () => undefined;
  let giveBack: () => void = () => undefined;
  let stopFollowing: () => void = () => undefined;
  const close = () => {
    if (ended) return;
    ended = true;
    window.removeEventListener('keydown', onKey);
    stopFollowing();
    drawn.destroy();
    giveBack();
    answer('end');
  };
  const drawn = draw(close);
  const move = (way: Move) => {
    drawn.getState('popover')?.wrapper.setAttribute('aria-busy', 'true');
    answer(way);
  };
  const onKey = (event: KeyboardEvent) => {
    const way = event.altKey || event.ctrlKey || event.metaKey ? undefined : ways[event.key];
    const popover = drawn.getState('popover');
    if (way === undefined || (way === 'back' && popover?.previousButton.disabled)) return;
    // The board behind would scroll.
    event.preventDefault();
    move(way);
  };
  window.addEventListener('keydown', onKey);
  return {
    isEnded: () => ended,
    end: close,
    show: (element, words) => {
      if (ended) return Promise.resolve('end');
      const { promise, resolve } = Promise.withResolvers<Move>();
      answer = resolve;
      bringIntoView(element);
      const giveBackNext = keepAttributes(element);
      highlight(drawn, element, words, move);
      giveBack();
      giveBackNext();
      giveBack = giveBackNext;
      stopFollowing();
      stopFollowing = follow(element, () => drawn.refresh());
      return promise;
    },
  };
}

function draw(onClose: () => void): Driver {
  return driver({
    animate: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    duration: 250,
    overlayColor: '#0a120e',
    overlayOpacity: 0.55,
    // A press beside the window is seldom meant as an end.
    overlayClickBehavior: () => undefined,
    // What is shown is looked at: to publish a schedule by mistake would be a bad beginning.
    disableActiveInteraction: true,
    stagePadding: 6,
    stageRadius: 10,
    popoverClass: 'tour',
    onDestroyStarted: onClose,
  });
}

function highlight(drawn: Driver, element: HTMLElement, words: Words, onMove: (move: Move) => void): void {
  drawn.highlight({
    element,
    popover: {
      title: words.title,
      description: words.text,
      showProgress: true,
      progressText: words.progress,
      nextBtnText: words.isLast ? 'Done' : 'Next',
      prevBtnText: 'Back',
      showButtons: ['previous', 'next', 'close'],
      disableButtons: words.isFirst ? ['previous'] : [],
      onNextClick: () => onMove('on'),
      onPrevClick: () => onMove('back'),
      onPopoverRender: ({ wrapper, closeButton, nextButton }) => {
        wrapper.setAttribute('aria-modal', 'true');
        closeButton.setAttribute('aria-label', 'End the tour');
        // The library puts the cursor on the first button, which ends the tour.
        requestAnimationFrame(() => nextButton.focus({ preventScroll: true }));
      },
    },
  });
}

/** What stays at the top and bottom of a phone, over what is scrolled. */
const bars = 72;

/** To the middle, unless it can be seen already; what is high by its top. */
function bringIntoView(element: HTMLElement): void {
  const { top, bottom, left, right, height } = element.getBoundingClientRect();
  const isInBar = element.closest('nav, [data-tour="account"], [data-tour="notices"]') !== null;
  const isClear = top >= bars && bottom <= window.innerHeight - bars && left >= 0 && right <= window.innerWidth;
  if (isClear || isInBar) return;
  const isHigh = height > window.innerHeight * 0.6;
  element.scrollIntoView({ block: isHigh ? 'start' : 'center', inline: 'nearest', behavior: 'instant' });
}

/** In its first frames the library may still take its measure at what was shown before, which may be gone by now. */
const unsureFrames = 10;

/** Calls back when something has moved: what comes late pushes it away from its frame. @returns what ends that */
function follow(element: HTMLElement, onMoved: () => void): () => void {
  let [place, frames, next] = ['', 0, 0];
  const look = () => {
    const { top, left, width, height } = element.getBoundingClientRect();
    const now = [top, left, width, height].map(Math.round).join();
    frames += 1;
    if (element.isConnected && (now !== place || frames < unsureFrames)) onMoved();
    place = now;
    next = requestAnimationFrame(look);
  };
  next = requestAnimationFrame(look);
  return () => cancelAnimationFrame(next);
}

/** The library writes these on what it shows and deletes them afterwards; a menu's button has its own. */
function keepAttributes(element: HTMLElement): () => void {
  const kept = ['aria-haspopup', 'aria-expanded', 'aria-controls'].map(
    (name) => [name, element.getAttribute(name)] as const,
  );
  return () => {
    for (const [name, value] of kept) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  };
}
