import type { ServiceTime, Span } from './slot-facts.ts';

const MINUTE_MS = 60_000;

export const endOf = (time: ServiceTime, startMs: number): number => startMs + time.duration * MINUTE_MS;

/** The parts in which the person works on the client: the duration without its gap. Must lie in working hours. */
export function activeParts(time: ServiceTime, startMs: number): Span[] {
  return aroundGap(time, { from: startMs, to: endOf(time, startMs) }, startMs);
}

/** What a service takes of a person's time: the active parts and the buffers. */
export function takenOfStaff(time: ServiceTime, startMs: number): Span[] {
  return aroundGap(time, takenOfResource(time, startMs), startMs);
}

/** What a service takes of a room's or a device's time: from the first buffer to the last, the gap included. */
export function takenOfResource(time: ServiceTime, startMs: number): Span {
  return { from: startMs - time.bufferBefore * MINUTE_MS, to: endOf(time, startMs) + time.bufferAfter * MINUTE_MS };
}

function aroundGap({ gap }: ServiceTime, whole: Span, startMs: number): Span[] {
  if (!gap) return [whole];
  const gapFrom = startMs + gap.from * MINUTE_MS;
  const parts = [
    { from: whole.from, to: gapFrom },
    { from: gapFrom + gap.minutes * MINUTE_MS, to: whole.to },
  ];
  return parts.filter(({ from, to }) => from < to);
}
