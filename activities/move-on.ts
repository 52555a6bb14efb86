import type { OutsideAnswer } from '#automation/effects.ts';
import { runProcessId, type ProcessInput } from '#domain/processes.ts';
import { sharedDoor } from '#persistence/shared-door.ts';
import type { Actor, BusinessDoor } from '#persistence/with-business.ts';
import { advanceRunFromWorkflow } from '#use-cases/automations/advance-run.ts';
import { moveOthersDue } from '#use-cases/automations/due-runs.ts';

/** For the workflow of a run: what it waits for now, whom it calls, or that it is done. `until`: ISO 8601. */
export type MovedOn = {
  /** The row of the process is closed: the workflow may end. */
  closed: boolean;
  outcome: string | null;
  until: string | null;
  nodeId: string;
  call?: { key: string; timeoutSeconds: number; retries: number };
};

export const byRun = (runId: string): Actor => ({ kind: 'process', id: runProcessId(runId) });

/**
 * One turn of a run, in a transaction that others may share. `isPatient`: may wait a moment for them. `answer`: of the
 * call that the run waits for, kept before it.
 */
export async function moveOn(
  withBusiness: BusinessDoor,
  run: ProcessInput,
  { isPatient, answer }: { isPatient: boolean; answer?: OutsideAnswer },
): Promise<MovedOn> {
  const { directive, closed } = await sharedDoor(withBusiness)(
    run.businessId,
    byRun(run.subjectId),
    (tx) => advanceRunFromWorkflow(tx, run.subjectId, answer),
    { isPatient },
  );
  void moveOthersDue(withBusiness, run.businessId);
  if (directive.kind === 'end') return { closed, outcome: directive.outcome, until: null, nodeId: '' };
  const here = { closed: false, outcome: null, until: null, nodeId: directive.nodeId };
  if (directive.kind === 'wait') return { ...here, until: directive.until?.toISOString() ?? null };
  const { key, timeoutSeconds, retries } = directive;
  return { ...here, call: { key, timeoutSeconds, retries } };
}
