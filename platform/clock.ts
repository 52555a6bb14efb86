/** Where "now" comes from. A product process uses the wall; tests pass their own. */
export type Clock = { now(): Date };

export const wallClock: Clock = { now: () => new Date() };
