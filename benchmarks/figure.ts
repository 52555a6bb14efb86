import type { World } from './world.ts';

/** One figure of the report: its goal, whether it holds, in what setting it was taken, and the numbers. */
export type Figure = { name: string; goal: string; holds: boolean; setting: string; figures: Record<string, unknown> };
export type Benchmark = (world: World) => Promise<Figure>;
