import type { AutomationDocument } from '../document.ts';
import { fieldWords } from '../field-words.ts';
import { titled } from '../titled.ts';
import { namesIn } from '../variables.ts';
import type { Words } from '../words.ts';
import { chainOf } from './chain.ts';
import { proveCircles } from './circles.ts';
import { proveDates } from './dates.ts';
import { proveEnds } from './ends.ts';
import type { Finding } from './finding.ts';
import { proveHearing } from './hearing.ts';
import { proveMessages } from './messages.ts';
import { proveNames } from './names.ts';
import { namingsOf } from './namings.ts';
import { proveButtons, proveReferences } from './references.ts';
import { proveStay } from './stay.ts';
import type { Surroundings } from './surroundings.ts';
import { proveTypes } from './types.ts';
import { proveWindows } from './windows.ts';

export type { Surroundings } from './surroundings.ts';
export { findingCodes, type Finding, type FindingCode, type Severity } from './finding.ts';

/** Figures that are computed, shown, and held against the caps. null: nothing bounds it. `longestStay`: ISO 8601. */
export type Figures = {
  messagesPerEntry: number | null;
  messagesPerDay: number | null;
  longestStay: string | null;
};

/**
 * What can be proved of an automation before it is published. A finding of severity `error` refuses publication, a
 * `warning` is shown; each says which step it is about.
 * @param document one that `validate` let through: its shape, configs, ways and reachability are not looked at again.
 */
export function verify(
  document: AutomationDocument,
  surroundings: Surroundings,
): { findings: Finding[]; figures: Figures } {
  const chain = chainOf(document);
  const namings = namingsOf(chain);
  const stay = proveStay(chain);
  const messages = proveMessages(chain, surroundings.caps, stay.stayMs);
  const found = [
    ...proveEnds(chain),
    ...proveNames(namings),
    ...proveTypes(namings),
    ...proveWindows(chain),
    ...proveDates(chain),
    ...messages.findings,
    ...stay.findings,
    ...proveCircles(chain, surroundings),
    ...proveReferences(chain, surroundings),
    ...proveButtons(chain, namings),
    ...proveHearing(chain),
  ];
  const { messagesPerEntry, messagesPerDay } = messages;
  const called = calledIn(document);
  return {
    findings: found.map((one) => titled(document, called(one))),
    figures: { messagesPerEntry, messagesPerDay, longestStay: stay.longestStay },
  };
}

/** Says what it is about as the owner calls it, where the owner has a word for it. */
function calledIn(document: AutomationDocument): (one: Finding) => Finding {
  const inChain = namesIn(document);
  const known = new Map<string, Words>();
  const wordsOf = (name: string): Words => {
    // To name a step's value the whole chain is read: worth it for as many as somebody reads.
    const found = known.size < READ ? inChain(name) : fieldWords(name);
    const { ru, en } = found ?? fieldWords(`trigger.${name}`) ?? { ru: name, en: name };
    known.set(name, { ru, en });
    return { ru, en };
  };
  return (one) => {
    const name = one.facts['name'];
    if (typeof name !== 'string') return one;
    return { ...one, facts: { ...one.facts, called: known.get(name) ?? wordsOf(name) } };
  };
}

const READ = 10;
