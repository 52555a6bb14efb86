import { z } from 'zod';
import { documentSchema } from '#automation/document.ts';
import { compile } from '#automation/program.ts';
import { simulate } from '#automation/simulate/simulate.ts';
import { storySchema } from '#automation/simulate/story.ts';
import { validate } from '#automation/validate.ts';
import { BusinessError } from '#domain/errors.ts';
import { futureTouches, touchesOfContact } from '#use-cases/automations/future-touches.ts';
import { listRefusals } from '#use-cases/automations/list-refusals.ts';
import { planPublish } from '#use-cases/automations/plan-publish.ts';
import { retryRun } from '#use-cases/automations/retry-run.ts';
import {
  cancelJob,
  listJobs,
  previewRetry,
  previewStart,
  retryInBulk,
  startByHand,
  undoMove,
} from '#use-cases/bulk/jobs.ts';
import { readWebhook, renewWebhook, signWebhook } from '#use-cases/webhooks/webhooks.ts';
import { route } from '../route.ts';
import { byId, done, id, localized, moment, ok } from '../schemas.ts';

const owner = ['owner'] as const;
const viewers = ['owner', 'manager'] as const;
/** A condition is read by the language itself, which knows how it nests. */
const condition = z.record(z.string(), z.unknown()).nullable().default(null);
/** Made by the caller: the same again does nothing more. */
const key = z.uuid();
const jobKind = z.enum(['start', 'move', 'undo_move', 'retry', 'schedule', 'dates']);
const issue = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']).optional(),
  path: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
const filter = {
  versionId: id.optional(),
  nodeId: z.string().max(24).optional(),
  reason: z.string().max(200).optional(),
};
const webhook = z.object({
  path: z.string(),
  signed: z.boolean(),
  sample: z.record(z.string(), z.unknown()).nullable(),
  sampledAt: moment.nullable(),
});
const preview = z.object({
  count: z.number().int(),
  exact: z.boolean(),
  sample: z.array(z.object({ contactId: id, name: z.string() })),
  inside: z.number().int(),
});

/** What is done with automations beside drawing them: proofs, people, jobs, addresses. */
export const automationWork = [
  route({
    method: 'get',
    path: '/automations/{id}/publish-plan',
    summary: 'What publishing the draft would meet: proofs, figures, and the people inside by step',
    roles: viewers,
    params: byId,
    response: z.object({
      issues: z.array(issue),
      figures: z
        .object({
          messagesPerEntry: z.number().nullable(),
          messagesPerDay: z.number().nullable(),
          longestStay: z.string().nullable(),
        })
        .nullable(),
      inside: z.array(
        z.object({ nodeId: z.string(), title: localized, people: z.number().int(), inDraft: z.boolean() }),
      ),
    }),
    run: (tx, { params }) => planPublish(tx, { automationId: params.id }),
  }),
  route({
    method: 'get',
    path: '/automations/{id}/jobs',
    summary: 'Work over many people: starts, moves, retries, with their progress',
    roles: viewers,
    params: byId,
    response: z.object({
      jobs: z.array(
        z.object({
          jobId: id,
          kind: jobKind,
          state: z.enum(['open', 'done', 'cancelled']),
          total: z.number().int(),
          done: z.number().int(),
          skipped: z.number().int(),
          outcome: z.record(z.string(), z.number()),
          createdBy: z.string(),
          createdAt: moment,
          finishedAt: moment.nullable(),
        }),
      ),
    }),
    run: (tx, { params }) => listJobs(tx, { automationId: params.id }),
  }),
  route({
    method: 'post',
    path: '/jobs/{id}/cancel',
    summary: 'Stops a job; what is done stays done',
    roles: owner,
    params: byId,
    body: z.strictObject({}),
    response: done,
    run: async (tx, { params }) => {
      await cancelJob(tx, { jobId: params.id });
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/jobs/{id}/undo',
    summary: 'Takes those whom a publication moved back to where they stood, unless they have gone on',
    roles: owner,
    params: byId,
    body: z.strictObject({ key }),
    response: z.object({ jobId: id }),
    run: (tx, { params, body }) => undoMove(tx, { jobId: params.id, key: body.key }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/start-preview',
    onlyAsks: true,
    summary: 'Who would enter, when it is started for an audience',
    roles: viewers,
    params: byId,
    body: z.strictObject({ audience: condition }),
    response: preview,
    run: (tx, { params, body }) => previewStart(tx, { automationId: params.id, audience: body.audience }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/start',
    summary: 'Starts it by hand: for one contact, or for an audience as a job',
    roles: owner,
    params: byId,
    body: z.union([z.strictObject({ contactId: id }), z.strictObject({ audience: condition, key })]),
    response: z.object({ jobId: id.nullable() }),
    run: (tx, { params, body }) => startByHand(tx, { automationId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/retry-preview',
    onlyAsks: true,
    summary: 'Which failed runs would be retried, before anything is done',
    roles: viewers,
    params: byId,
    body: z.strictObject(filter),
    response: z.object({
      count: z.number().int(),
      sample: z.array(
        z.object({ runId: id, name: z.string(), nodeId: z.string().nullable(), reason: z.string().nullable() }),
      ),
      groups: z.array(
        z.object({
          versionId: id,
          number: z.number().int(),
          nodeId: z.string().nullable(),
          reason: z.string().nullable(),
          count: z.number().int(),
        }),
      ),
    }),
    run: (tx, { params, body }) => previewRetry(tx, { automationId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/retry',
    summary: 'Retries failed runs from their step, as a job; effects already made are kept',
    roles: owner,
    params: byId,
    body: z.strictObject({ ...filter, version: z.enum(['same', 'published']).default('published'), key }),
    response: z.object({ jobId: id }),
    run: (tx, { params, body }) => retryInBulk(tx, { automationId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/runs/{id}/retry',
    summary: 'Retries one failed run from its step; effects already made are kept',
    roles: viewers,
    params: byId,
    body: z.strictObject({ version: z.enum(['same', 'published']).default('published') }),
    response: done,
    run: async (tx, { params, body }) => {
      await retryRun(tx, { runId: params.id, version: body.version });
      return ok;
    },
  }),
  route({
    method: 'get',
    path: '/refusals',
    summary: 'Why people did not enter, the latest first',
    roles: viewers,
    query: z.strictObject({ automationId: id.optional(), contactId: id.optional(), before: moment.optional() }),
    response: z.object({
      refusals: z.array(
        z.object({
          automationId: id,
          automation: z.string(),
          contactId: id,
          contact: z.string(),
          reason: z.string(),
          times: z.number().int(),
          event: z.string(),
          facts: z.record(z.string(), z.unknown()),
          at: moment,
        }),
      ),
    }),
    run: (tx, { query }) => listRefusals(tx, query),
  }),
  route({
    method: 'get',
    path: '/future',
    summary: 'What is planned for the next seven days, hour by hour, against what the bots can send',
    roles: viewers,
    response: z.object({
      hours: z.array(z.object({ hour: moment, automationId: id, automation: z.string(), due: z.number().int() })),
      bots: z.number().int(),
      perHour: z.number().int(),
    }),
    run: (tx) => futureTouches(tx),
  }),
  route({
    method: 'get',
    path: '/contacts/{id}/future',
    summary: 'What one client is to expect',
    params: byId,
    response: z.object({
      touches: z.array(
        z.object({
          at: moment.nullable(),
          automationId: id,
          automation: z.string(),
          runId: id.nullable(),
          nodeId: z.string().nullable(),
        }),
      ),
    }),
    run: (tx, { params }) => touchesOfContact(tx, { contactId: params.id }),
  }),
  route({
    method: 'get',
    path: '/automations/{id}/webhook',
    summary: 'The secret address of an automation, and the last request that came to it',
    roles: owner,
    params: byId,
    response: webhook,
    run: (tx, { params }) => readWebhook(tx, { automationId: params.id }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/webhook/renew',
    summary: 'A new secret address; the old one is no longer heard',
    roles: owner,
    params: byId,
    body: z.strictObject({}),
    response: webhook,
    run: (tx, { params }) => renewWebhook(tx, { automationId: params.id }),
  }),
  route({
    method: 'put',
    path: '/automations/{id}/webhook/key',
    summary: 'With a key, only requests signed by it are heard; null takes it away',
    roles: owner,
    params: byId,
    body: z.strictObject({ key: z.string().min(16).max(200).nullable() }),
    response: webhook,
    run: (tx, { params, body }) => signWebhook(tx, { automationId: params.id, key: body.key }),
  }),
  route({
    method: 'post',
    path: '/simulate',
    onlyAsks: true,
    summary: 'Plays a story against an automation under a virtual clock; nothing is sent',
    roles: viewers,
    large: true,
    body: z.strictObject({ document: z.record(z.string(), z.unknown()), story: storySchema }),
    response: z.object({
      trace: z.array(
        z.object({
          at: moment,
          run: z.string().nullable(),
          node: z.string().nullable(),
          kind: z.string(),
          facts: z.record(z.string(), z.unknown()),
        }),
      ),
      messages: z.array(
        z.object({
          at: moment,
          run: z.string(),
          node: z.string(),
          class: z.string(),
          text: z.string(),
          buttons: z.array(z.string()),
        }),
      ),
      runs: z.array(z.object({ run: z.string(), state: z.string(), node: z.string().nullable() })),
      endedAt: moment,
      steps: z.number().int(),
      cutOff: z.boolean(),
    }),
    run: async (_tx, { body }) => {
      const checked = validate(body.document);
      if (!checked.ok) throw new BusinessError('automation_invalid', { issues: checked.issues });
      return simulate(compile(documentSchema.parse(checked.document)), body.story);
    },
  }),
];
