import { useMemo, useRef } from 'react';

const EDGE_PX = 48;
const SPEED_PX = 12;

/** What is carried to the edge of the calendar brings the hours beyond it into sight. */
export function useEdgeScroll(scroller: { readonly current: HTMLElement | null }) {
  const frame = useRef<number | null>(null);
  return useMemo(() => {
    const stop = () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    };
    const follow = (x: number, y: number, then: (x: number, y: number) => void) => {
      stop();
      const step = () => {
        const box = scroller.current?.getBoundingClientRect();
        if (!scroller.current || !box) return;
        const down = pull(y, box.top + EDGE_PX * 1.5, box.bottom - EDGE_PX);
        const right = pull(x, box.left + EDGE_PX * 2, box.right - EDGE_PX);
        if (down === 0 && right === 0) return;
        scroller.current.scrollBy(right * SPEED_PX, down * SPEED_PX);
        then(x, y);
        frame.current = requestAnimationFrame(step);
      };
      frame.current = requestAnimationFrame(step);
    };
    return { follow, stop };
  }, [scroller]);
}

const pull = (at: number, from: number, to: number): number => (at < from ? -1 : at > to ? 1 : 0);
