import type { Effect, EffectKind } from '#automation/effects.ts';
import type { Tx } from '#persistence/with-business.ts';

export type EffectContext = {
  runId: string;
  automationId: string;
  nodeId: string;
  key: string;
  contactId: string;
  /** What the run is about: an order, a booking. */
  subjectId: string | null;
  versionId: string;
};
/** Carries out one kind of effect, in the run's transaction; what it answers goes into the run's log. */
export type EffectFile<K extends EffectKind> = (
  tx: Tx,
  effect: Extract<Effect, { kind: K }>,
  context: EffectContext,
) => Promise<Record<string, unknown>>;
