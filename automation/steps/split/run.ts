import type { StepRun } from '../../step.ts';
import type { SplitConfig } from './definition.ts';

/** By a hash of who it is and where: the same person goes the same way here, whenever they come. */
export const run: StepRun<SplitConfig> = (config, context) => {
  const sum = config.ways.reduce((total, way) => total + way.weight, 0);
  const point = (hash(`${context.automationId}:${context.nodeId}:${context.facts.contact.id}`) / 2 ** 32) * sum;
  let upTo = 0;
  const way = config.ways.find((one) => (upTo += one.weight) > point) ?? config.ways[0];
  return { kind: 'go', port: way?.id ?? '', output: { way: way?.name ?? '' }, record: { way: way?.name ?? null } };
};

/** FNV-1a with a final mix, so that ids which differ by one sign fall far apart. 0 to 2^32 - 1. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
