import { z } from 'zod';
import { changeAutomationState, type StateChange } from '#use-cases/automations/change-state.ts';
import { countPeople } from '#use-cases/automations/count-people.ts';
import { createAutomation, duplicateAutomation } from '#use-cases/automations/create-automation.ts';
import { listAutomations } from '#use-cases/automations/list-automations.ts';
import { listReferences } from '#use-cases/automations/list-references.ts';
import { publishDraft } from '#use-cases/automations/publish-automation.ts';
import { readAutomation } from '#use-cases/automations/read-automation.ts';
import { restoreVersion, saveDraft } from '#use-cases/automations/save-draft.ts';
import { listVersions, readVersion } from '#use-cases/automations/versions.ts';
import { route } from '../route.ts';
import { byId, id, language, localized, moment } from '../schemas.ts';

const state = z.enum(['draft', 'active', 'paused', 'archived']);
const number = z.coerce.number().int().min(1);
const revision = z.number().int().min(0);
const name = z.string().trim().min(1).max(120);
/** A document is checked by the language itself, which says what is wrong with it in words. */
const document = z.record(z.string(), z.unknown());
/** By the step on which people stand. */
const plan = z.record(
  z.string(),
  z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('keep') }),
    z.strictObject({ do: z.literal('exit') }),
    z.strictObject({ do: z.literal('move'), to: z.string() }),
  ]),
);
const owner = ['owner'] as const;
const viewers = ['owner', 'manager'] as const;

/** What resuming does with people inside; left out: as the chain's settings say. */
const policy = z.enum(['send_late', 'skip', 'retime', 'exit']);

const stateRoute = (change: StateChange, summary: string) =>
  route({
    method: 'post',
    path: `/automations/{id}/${change}`,
    summary,
    roles: owner,
    params: byId,
    body: z.strictObject(change === 'resume' ? { policy: policy.optional() } : {}),
    response: z.object({ state }),
    run: (tx, { params, body }) =>
      changeAutomationState(tx, {
        automationId: params.id,
        change,
        policy: (body as { policy?: z.infer<typeof policy> }).policy,
      }),
  });

export const automations = [
  route({
    method: 'get',
    path: '/automations',
    summary: 'Automations with their published version and the people inside',
    roles: viewers,
    response: z.object({
      automations: z.array(
        z.object({
          id,
          name: z.string(),
          state,
          version: z.number().int().nullable(),
          publishedAt: moment.nullable(),
          trigger: localized.nullable(),
          steps: z.number().int(),
          inside: z.number().int(),
          entered: z.number().int(),
          failed: z.number().int(),
          changed: z.boolean(),
          savedAt: moment.nullable(),
        }),
      ),
    }),
    run: async (tx) => ({ automations: await listAutomations(tx) }),
  }),
  route({
    method: 'post',
    path: '/automations',
    summary: 'Begins an automation: empty, or with a document from elsewhere',
    roles: owner,
    large: true,
    body: z.strictObject({ name, document: document.optional() }),
    response: z.object({ id, revision }),
    run: (tx, { body }) => createAutomation(tx, body),
  }),
  route({
    method: 'get',
    path: '/automations/{id}',
    summary: 'The draft of an automation, and what is published of it',
    roles: viewers,
    params: byId,
    response: z.object({
      id,
      name: z.string(),
      state,
      draft: z.object({ document, revision, savedAt: moment.nullable(), savedBy: z.string().nullable() }),
      published: z
        .object({
          versionId: id,
          number: z.number().int(),
          publishedAt: moment,
          publishedBy: z.string(),
          note: z.string().nullable(),
        })
        .nullable(),
      changed: z.boolean(),
    }),
    run: (tx, { params }) => readAutomation(tx, { automationId: params.id }),
  }),
  route({
    method: 'put',
    path: '/automations/{id}/draft',
    summary: 'Saves the draft over the revision that was read; a conflict carries what somebody else saved',
    roles: owner,
    large: true,
    params: byId,
    body: z.strictObject({ revision, document }),
    response: z.object({ revision, savedAt: moment }),
    run: (tx, { params, body }) => saveDraft(tx, { automationId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/publish',
    summary: 'Publishes the draft as the next version; those inside stay, move or leave by the plan',
    roles: owner,
    params: byId,
    body: z.strictObject({ revision, note: z.string().trim().max(200).optional(), plan: plan.optional() }),
    response: z.object({ versionId: id, number: z.number().int(), jobId: id.nullable() }),
    run: (tx, { params, body }) => publishDraft(tx, { automationId: params.id, ...body }),
  }),
  route({
    method: 'get',
    path: '/automations/{id}/versions',
    summary: 'Versions, the newest first, with the people still inside of each',
    roles: viewers,
    params: byId,
    response: z.object({
      versions: z.array(
        z.object({
          versionId: id,
          number: z.number().int(),
          note: z.string().nullable(),
          publishedBy: z.string(),
          publishedAt: moment,
          steps: z.number().int(),
          inside: z.number().int(),
          current: z.boolean(),
        }),
      ),
    }),
    run: async (tx, { params }) => ({ versions: await listVersions(tx, { automationId: params.id }) }),
  }),
  route({
    method: 'get',
    path: '/automations/{id}/versions/{number}',
    summary: 'A version as it was published',
    roles: viewers,
    params: z.strictObject({ id, number }),
    response: z.object({
      versionId: id,
      number: z.number().int(),
      note: z.string().nullable(),
      publishedBy: z.string(),
      publishedAt: moment,
      document,
    }),
    run: (tx, { params }) => readVersion(tx, { automationId: params.id, number: params.number }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/restore',
    summary: 'Makes the draft what a version was',
    roles: owner,
    params: byId,
    body: z.strictObject({ number: z.number().int().min(1), revision }),
    response: z.object({ revision }),
    run: (tx, { params, body }) => restoreVersion(tx, { automationId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/automations/{id}/duplicate',
    summary: 'A copy of the draft, for nobody yet',
    roles: owner,
    params: byId,
    body: z.strictObject({ name }),
    response: z.object({ id, revision }),
    run: (tx, { params, body }) => duplicateAutomation(tx, { automationId: params.id, ...body }),
  }),
  stateRoute('pause', 'Nobody enters; people inside stay where they are'),
  stateRoute('resume', 'People enter again, and those inside go on'),
  stateRoute('archive', 'Out of the way; people inside stay where they are'),
  stateRoute('unarchive', 'Back from the archive: paused, or a draft'),
  route({
    method: 'get',
    path: '/automations/{id}/counts',
    summary: 'Who stands where and how many went which way, of one version or of all',
    roles: viewers,
    params: byId,
    query: z.strictObject({ version: number.optional() }),
    response: z.object({
      inside: z.number().int(),
      entered: z.number().int(),
      failed: z.number().int(),
      nodes: z.record(
        z.string(),
        z.object({ waiting: z.number().int(), passed: z.number().int(), failed: z.number().int() }),
      ),
      edges: z.array(z.object({ from: z.string(), port: z.string(), passed: z.number().int() })),
    }),
    run: (tx, { params, query }) => countPeople(tx, { automationId: params.id, version: query.version }),
  }),
  route({
    method: 'get',
    path: '/automation-references',
    summary: 'What an automation can refer to: tags, goods, services, people, and clients to try it on',
    roles: viewers,
    response: z.object({
      tags: z.array(z.string()),
      products: z.array(z.object({ id, name: localized, variants: z.array(z.object({ id, name: localized })) })),
      services: z.array(z.object({ id, name: localized })),
      staff: z.array(z.object({ id, name: z.string() })),
      contacts: z.array(z.object({ id, name: z.string() })),
      business: z.object({ name: z.string(), currency: z.string(), timeZone: z.string(), language }),
    }),
    run: (tx) => listReferences(tx),
  }),
];
