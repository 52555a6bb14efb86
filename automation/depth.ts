/** Events that automations cause one another this deep are a circle. */
export const DEEPEST = 20;

/** An event that a run causes within this time counts as one deeper; a yearly greeting is no circle. */
const DEPTH_MS = 3_600_000;

/** How deep an event lies that a run causes now. `entry`: the event that started the run. */
export const depthOfCaused = (entry: { at: Date; depth: number }, now: Date): number =>
  now.getTime() - entry.at.getTime() < DEPTH_MS ? entry.depth + 1 : 1;
