import { useEffect, useRef, type RefObject } from 'react';

/**
 * On a change of page the focus goes to its heading, so that whoever hears the page hears where they are. A page that
 * took the focus itself (an opened card, a field) keeps it.
 */
export function useHeadingFocus(main: RefObject<HTMLElement | null>, place: string): void {
  const before = useRef(place);
  useEffect(() => {
    const where = main.current;
    if (before.current === place || !where) return undefined;
    before.current = place;
    const watch = new MutationObserver(() => {
      if (focusHeading(where)) watch.disconnect();
    });
    // The page comes in a chunk of its own, maybe later; the old one is still there in this frame.
    const frame = requestAnimationFrame(() => {
      if (!focusHeading(where)) watch.observe(where, { childList: true, subtree: true });
    });
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [main, place]);
}

function focusHeading(where: HTMLElement): boolean {
  const active = document.activeElement;
  if (active && active !== document.body && where.contains(active)) return true;
  const heading = [...where.querySelectorAll('h1')].find((one) => one.offsetParent !== null);
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
