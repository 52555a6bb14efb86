import { neededBy, variablesOf } from '../templates.ts';
import { finding, type Finding } from './finding.ts';
import { leavesOf, type Naming } from './namings.ts';

/** Whatever is named is there: on every way for a text and a comparison, or at least on one. */
export function proveNames(namings: readonly Naming[]): Finding[] {
  return namings.flatMap((naming) => {
    const { place, path, node, known } = naming;
    const found: Finding[] = [];
    const check = (name: string, at: string, isNeeded: boolean): void => {
      const meant = known(name);
      if (!meant) found.push(finding('variable_unknown', at, { node, name }));
      else if (isNeeded && !meant.surely) found.push(finding('variable_maybe', at, { node, name }));
    };
    if (place.kind === 'template') {
      const names = variablesOf(place.text);
      const isUnsure = names.some((name) => known(name)?.surely === false);
      const needed = new Set(isUnsure ? neededBy(place.text) : []);
      for (const name of names) check(name, path, needed.has(name));
    } else if (place.kind === 'variable') check(place.variable, path, !mayBeLacking(place.variable));
    else {
      const asked = new Set(askedIn(naming));
      for (const { leaf, path: to } of leavesOf(place.condition))
        check(leaf.field, `${path}${to}`, !asked.has(leaf.field) && !mayBeLacking(leaf.field));
    }
    return found;
  });
}

/**
 * What a client has or has not is what a condition is about, and an own field of the request; what the chain itself may
 * not have set is a mistake.
 */
const mayBeLacking = (name: string): boolean => /^(contact|order|trigger)\./.test(name);

/** A condition that asks itself whether something is there. */
function askedIn({ place }: Naming): string[] {
  if (place.kind !== 'condition' && place.kind !== 'event') return [];
  const asking = leavesOf(place.condition).filter(({ leaf }) => leaf.is === 'known' || leaf.is === 'unknown');
  return asking.map(({ leaf }) => leaf.field);
}
