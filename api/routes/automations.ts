import { z } from 'zod';
import { cancelRun } from '#use-cases/automations/cancel-run.ts';
import { listAutomations } from '#use-cases/automations/list-automations.ts';
import { listRuns } from '#use-cases/automations/list-runs.ts';
import { readRun } from '#use-cases/automations/read-run.ts';
import { route } from '../route.ts';
import { byId, cursor, done, flag, id, limit, localized, moment, ok } from '../schemas.ts';

const run = z.object({
  id,
  automationId: id,
  automation: z.string(),
  version: z.number().int(),
  contactId: id,
  contact: z.string(),
  state: z.enum(['opened', 'waiting', 'ended']),
  outcome: z.enum(['finished', 'left', 'cancelled', 'failed']).nullable(),
  outcomeReason: z.string().nullable(),
  reasonWords: localized.nullable(),
  deadlineAt: moment.nullable(),
  startedAt: moment,
  endedAt: moment.nullable(),
});

export const automations = [
  route({
    method: 'get',
    path: '/automations',
    summary: 'Automations with their published version and the people inside',
    response: z.object({
      automations: z.array(
        z.object({
          id,
          name: z.string(),
          state: z.enum(['active', 'paused', 'archived']),
          version: z.number().int().nullable(),
          publishedAt: moment.nullable(),
          trigger: localized.nullable(),
          steps: z.number().int(),
          inside: z.number().int(),
          entered: z.number().int(),
        }),
      ),
    }),
    run: async (tx) => ({ automations: await listAutomations(tx) }),
  }),
  route({
    method: 'get',
    path: '/runs',
    summary: 'Runs of automations, newest first',
    query: z.strictObject({
      automationId: id.optional(),
      live: flag.optional(),
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
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({}),
    response: done,
    async run(tx, { params }) {
      await cancelRun(tx, { runId: params.id });
      return ok;
    },
  }),
];
