import { z } from 'zod';
import { cancelRun } from '#use-cases/automations/cancel-run.ts';
import { listRuns, runStates } from '#use-cases/automations/list-runs.ts';
import { readRun } from '#use-cases/automations/read-run.ts';
import { route } from '../route.ts';
import { byId, cursor, done, id, limit, localized, moment, ok, search } from '../schemas.ts';

const viewers = ['owner', 'manager'] as const;
const run = z.object({
  id,
  automationId: id,
  automation: z.string(),
  version: z.number().int(),
  contactId: id,
  contact: z.string(),
  state: z.enum(['opened', 'waiting', 'calling', 'ended']),
  nodeId: z.string().nullable(),
  outcome: z.enum(['finished', 'left', 'cancelled', 'failed']).nullable(),
  outcomeReason: z.string().nullable(),
  reasonWords: localized.nullable(),
  deadlineAt: moment.nullable(),
  startedAt: moment,
  endedAt: moment.nullable(),
});

export const runs = [
  route({
    method: 'get',
    path: '/runs',
    summary: 'Runs of automations, newest first',
    roles: viewers,
    query: z.strictObject({
      automationId: id.optional(),
      version: z.coerce.number().int().min(1).optional(),
      contactId: id.optional(),
      state: z.enum(runStates).optional(),
      nodeId: z.string().max(24).optional(),
      search: search.optional(),
      cursor: cursor.optional(),
      limit: limit(50),
    }),
    response: z.object({ runs: z.array(run), nextCursor: z.string().nullable() }),
    run: (tx, { query }) => listRuns(tx, query),
  }),
  route({
    method: 'get',
    path: '/runs/{id}',
    summary: 'A run with its step log: each step as a sentence, with time and reason',
    roles: viewers,
    params: byId,
    response: run.extend({
      workflowId: z.string(),
      log: z.array(
        z.object({
          id,
          at: moment,
          kind: z.string(),
          nodeId: z.string().nullable(),
          stepType: z.string().nullable(),
          sentence: localized.nullable(),
          branch: localized.nullable(),
          port: z.string().nullable(),
          message: z.object({ text: z.string(), state: z.string() }).nullable(),
          facts: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
    run: (tx, { params }) => readRun(tx, { runId: params.id }),
  }),
  route({
    method: 'post',
    path: '/runs/{id}/cancel',
    summary: 'Takes a person out of an automation at once',
    roles: viewers,
    params: byId,
    body: z.strictObject({}),
    response: done,
    async run(tx, { params }) {
      await cancelRun(tx, { runId: params.id });
      return ok;
    },
  }),
];
