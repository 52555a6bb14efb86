import { useCallback, useEffect, useRef, useState } from 'react';
import type { Column } from './columns.ts';
import { STEP } from './drop-target.ts';
import type { Range } from './ranges.ts';
import { HOUR_PX } from './use-lift.ts';

export type Chosen = Range & { column: Column };
const THRESHOLD_PX = 8;

/** A press on free ground means the quarter of an hour under it; a drag means the time that it covers. */
export function useSelectTime(window_: Range, onChosen: (chosen: Chosen, dragged: boolean) => void) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const latest = useRef({ window: window_, onChosen });
  latest.current = { window: window_, onChosen };
  const stop = useRef<(() => void) | null>(null);
  const dragging = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const begin = useCallback((event: React.PointerEvent<HTMLElement>, column: Column) => {
    if (event.button !== 0) return;
    const ground = event.currentTarget;
    const minutesAt = (y: number): number => {
      const { window } = latest.current;
      const minutes = window.from + ((y - ground.getBoundingClientRect().top) / HOUR_PX) * 60;
      return Math.min(Math.max(Math.floor(minutes / STEP) * STEP, window.from), window.to - STEP);
    };
    // A box that says how much is free has a press of its own; a drag over it means the time as anywhere.
    const onBox = (event.target as HTMLElement).closest('.fr') !== null;
    const from = minutesAt(event.clientY);
    dragging.current = false;
    const begun = event.clientY;
    let now: Chosen = { column, from, to: from + 60 };
    let dragged = false;
    const move = (at: PointerEvent) => {
      if (at.pointerType === 'touch') return;
      if (!dragged && Math.abs(at.clientY - begun) < THRESHOLD_PX) return;
      dragged = true;
      dragging.current = true;
      const over = minutesAt(at.clientY);
      now = { column, from: Math.min(from, over), to: Math.max(from, over) + STEP };
      setChosen(now);
    };
    const end = () => {
      stop.current?.();
      if (dragged || !onBox) latest.current.onChosen(now, dragged);
    };
    const escape = (at: KeyboardEvent) => {
      if (at.key === 'Escape') stop.current?.();
    };
    stop.current = () => {
      setChosen(null);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape);
      stop.current = null;
    };
    const cancel = () => stop.current?.();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape);
  }, []);
  const wasDragged = useCallback(() => dragging.current, []);
  return { chosen, begin, wasDragged };
}
