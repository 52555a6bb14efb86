import { useCallback, useEffect, useRef, useState } from 'react';
import type { Grid } from './columns.ts';
import { carriedTo, STEP, stretchedTo, type Target } from './drop-target.ts';
import { mayDrag, type Piece } from './pieces.ts';
import { useEdgeScroll } from './use-edge-scroll.ts';

/** A block in somebody's hand: over which column and time, and how it got there. */
export type Lift = { piece: Piece; home: number; target: Target; how: 'carry' | 'stretch'; by: 'mouse' | 'keys' };

export const HOUR_PX = 62;
const THRESHOLD_PX = 4;

type Frame = {
  grid: Grid;
  columns: { readonly current: readonly (HTMLElement | null)[] };
  scroller: { readonly current: HTMLElement | null };
  /** Another column means another room: the API finds the room, so that only the time is carried. */
  mayCross: boolean;
  onDrop: (lift: Lift) => void;
};

/** Carrying and stretching of blocks, by mouse and by keys. Escape puts back; touch scrolls, and carries nothing. */
export function useLift(frame: Frame) {
  const [lift, setLift] = useState<Lift | null>(null);
  const latest = useRef(frame);
  latest.current = frame;
  const held = useRef<Lift | null>(null);
  const dragged = useRef(false);
  const stop = useRef<(() => void) | null>(null);
  const scroll = useEdgeScroll(frame.scroller);

  const put = useCallback((next: Lift | null) => {
    held.current = next;
    setLift(next);
  }, []);
  const drop = useCallback(() => {
    const done = held.current;
    put(null);
    if (done) latest.current.onDrop(done);
  }, [put]);

  const placeAt = useCallback((x: number, y: number, home: number): { column: number; minutes: number } => {
    const { columns, grid, mayCross } = latest.current;
    const boxes = columns.current.map((one) => one?.getBoundingClientRect());
    const over = mayCross ? boxes.findIndex((box) => box && x >= box.left && x < box.right) : home;
    const column = over === -1 ? nearest(boxes, x, home) : over;
    const top = boxes[column]?.top ?? 0;
    return { column, minutes: grid.window.from + ((y - top) / HOUR_PX) * 60 };
  }, []);

  const grab = useCallback(
    (event: React.PointerEvent, piece: Piece, home: number, how: Lift['how']) => {
      if (event.button !== 0 || event.pointerType === 'touch' || !mayDrag(piece)) return;
      event.stopPropagation();
      dragged.current = false;
      const begun = { x: event.clientX, y: event.clientY };
      const held0 = placeAt(begun.x, begun.y, home).minutes - (how === 'carry' ? piece.from : piece.to);
      const follow = (x: number, y: number) => {
        const over = placeAt(x, y, home);
        const to = { column: how === 'carry' ? over.column : home, minutes: over.minutes - held0 };
        const { window } = latest.current.grid;
        const target = how === 'carry' ? carriedTo(piece, to, window) : stretchedTo(piece, to, window);
        put({ piece, home, target, how, by: 'mouse' });
      };
      const move = (at: PointerEvent) => {
        if (!dragged.current && Math.hypot(at.clientX - begun.x, at.clientY - begun.y) < THRESHOLD_PX) return;
        dragged.current = true;
        scroll.follow(at.clientX, at.clientY, follow);
        follow(at.clientX, at.clientY);
      };
      const end = () => {
        stop.current?.();
        if (held.current) drop();
      };
      const escape = (at: KeyboardEvent) => {
        if (at.key !== 'Escape' || !held.current) return;
        at.preventDefault();
        at.stopPropagation();
        stop.current?.();
        put(null);
      };
      const lost = () => {
        stop.current?.();
        put(null);
      };
      stop.current = () => {
        scroll.stop();
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', end);
        window.removeEventListener('pointercancel', lost);
        window.removeEventListener('keydown', escape, true);
        stop.current = null;
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', lost);
      window.addEventListener('keydown', escape, true);
    },
    [drop, placeAt, put, scroll],
  );
  useEffect(() => () => stop.current?.(), []);

  /** Space lifts and drops, arrows carry, with Shift they stretch. @returns whether the key meant something. */
  const onKey = useCallback(
    (event: React.KeyboardEvent, piece: Piece, home: number): boolean => {
      const now = held.current;
      if (!now) {
        if (event.key !== ' ' || !mayDrag(piece)) return false;
        put({ piece, home, target: { column: home, from: piece.from, to: piece.to }, how: 'carry', by: 'keys' });
        return true;
      }
      if (event.key === ' ' || event.key === 'Enter') {
        drop();
        return true;
      }
      if (event.key === 'Escape') {
        put(null);
        return true;
      }
      const next = stepped(now, event, latest.current);
      if (next) put(next);
      return next !== null;
    },
    [drop, put],
  );
  const letGo = useCallback(() => {
    if (held.current?.by === 'keys') put(null);
  }, [put]);
  /** A click that ends a drag opens nothing. */
  const wasDragged = useCallback(() => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  }, []);
  return { lift, grab, onKey, letGo, wasDragged };
}

function stepped(now: Lift, event: React.KeyboardEvent, { grid, mayCross }: Frame): Lift | null {
  const { column, from, to } = now.target;
  const [x, y] = arrows[event.key] ?? [0, 0];
  if (x === 0 && y === 0) return null;
  const length = { from, to };
  if (event.shiftKey && y !== 0)
    return { ...now, how: 'stretch', target: stretchedTo(length, { column, minutes: to + y * STEP }, grid.window) };
  const wanted = mayCross ? column + x : column;
  const next = Math.min(Math.max(wanted, 0), grid.columns.length - 1);
  return { ...now, target: carriedTo(length, { column: next, minutes: from + y * STEP }, grid.window) };
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

function nearest(boxes: readonly (DOMRect | undefined)[], x: number, home: number): number {
  const first = boxes.findIndex(Boolean);
  const last = boxes.findLastIndex(Boolean);
  if (first === -1) return home;
  return x < (boxes[first]?.left ?? 0) ? first : last;
}
