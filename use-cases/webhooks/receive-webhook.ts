import { createHmac, timingSafeEqual } from 'node:crypto';
import { valueAt } from '#automation/conditions.ts';
import type { WebhookTriggerConfig } from '#automation/triggers/webhook/definition.ts';
import { BusinessError } from '#domain/errors.ts';
import { givenRows, rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';
import { unseal } from '#platform/secrets.ts';
import { enterAtOnce, type EnteredAtOnce } from '#use-cases/automations/enter-at-once.ts';
import { openRun } from '#use-cases/automations/open-run.ts';
import { readFacts } from '#use-cases/automations/read-facts.ts';
import { readProgram } from '#use-cases/automations/programs.ts';
import { putIntoInbox } from '#use-cases/automations/run-inbox.ts';
import { findWebhookContact } from './find-contact.ts';
import { keepAnswer, takeKey, type Answer } from './request-keys.ts';
import { hashToken } from './webhooks.ts';
import { writeReceived } from './write-received.ts';

export type WebhookAnswer = Answer & { again: boolean };

/**
 * A request came to the secret address of an automation. Lets the person in and makes the first move in this very
 * transaction, by the same code as the router: an automation that neither waits nor reaches out is done when this
 * answers. The same key again gets the same answer and starts nothing. It refuses before it writes anything.
 * @param request `atOnce` false: a first move has broken, and whoever comes in is moved by the router.
 * @throws BusinessError `webhook_unknown`, `signature_invalid`, `webhook_body_invalid`.
 */
export async function receiveWebhook(
  tx: Tx,
  request: {
    token: string;
    rawBody: string;
    signature: string | undefined;
    key: string | undefined;
    atOnce?: boolean;
  },
): Promise<WebhookAnswer> {
  const hook = await findHook(tx, request.token);
  if (!hook) throw new BusinessError('webhook_unknown', {});
  if (hook.hmac_sealed !== null && !signedBy(unseal(hook.hmac_sealed), request.rawBody, request.signature))
    throw new BusinessError('signature_invalid', {});
  const body = parseBody(request.rawBody);
  if (request.key !== undefined) {
    await tx.alone(`key:${hook.automation_id}:${request.key}`);
    const before = await takeKey(tx, hook.automation_id, request.key);
    if (before) return { ...before, again: true };
  }
  const answer = await letIn(tx, hook, body, request.atOnce ?? true);
  if (request.key !== undefined) await keepAnswer(tx, hook.automation_id, request.key, answer);
  return { ...answer, again: false };
}

type Hook = {
  automation_id: string;
  hmac_sealed: string | null;
  state: string;
  published_version_id: string | null;
  sampled: boolean;
};

async function findHook(tx: Tx, token: string): Promise<Hook | undefined> {
  const [hook] = await tx.ask(hookOf, {
    business_id: tx.businessId,
    token_hash: hashToken(token),
    at: tx.now,
  });
  return hook;
}

const hookOf = rowStatement<{ business_id: string; token_hash: string; at: Date }, Hook>(
  { business_id: 'uuid', token_hash: 'text', at: 'timestamptz' },
  (given) => `
    select given.n, w.automation_id, w.hmac_sealed, a.state, a.published_version_id, w.sampled_at > given.at - interval '1 minute' as sampled
    from ${given} join webhook w on w.business_id = given.business_id and w.token_hash = given.token_hash
    join automation a on a.business_id = w.business_id and a.id = w.automation_id`,
);

async function letIn(tx: Tx, hook: Hook, body: Record<string, unknown>, atOnce: boolean): Promise<Answer> {
  // Kept for the builder, whoever is heard: an owner maps the fields of a real request. Once a minute is enough.
  if (!hook.sampled)
    await tx.later({
      table: 'webhook',
      query: keepSamples,
      rows: [{ business_id: tx.businessId, automation_id: hook.automation_id, sample: body, at: tx.now }],
    });
  if (hook.state !== 'active' || hook.published_version_id === null)
    return json(202, { accepted: false, reason: 'not_active' });
  const program = await readProgram(tx, hook.published_version_id);
  if (program.document.trigger.type !== 'webhook') return json(202, { accepted: false, reason: 'not_a_webhook' });
  const config = program.document.trigger.config as WebhookTriggerConfig;
  const found = valueAt(body, config.contactPath);
  const contactId = await findWebhookContact(tx, {
    by: config.contactBy,
    value: found,
    create: config.create,
    name: config.namePath ? valueAt(body, config.namePath) : undefined,
  });
  if (contactId === null) return json(422, { accepted: false, reason: 'contact_unknown', path: config.contactPath });
  await tx.alone(contactId);
  const event = await writeReceived(tx, hook.automation_id, contactId, body);
  const facts = await readFacts(tx, { contactId, trigger: event.data, subjectId: null });
  const entrance = { automationId: hook.automation_id, versionId: hook.published_version_id, program };
  const entered = atOnce
    ? await enterAtOnce(tx, entrance, event, facts)
    : await enterByRouter(tx, entrance, event, facts);
  if ('refused' in entered) return json(200, { accepted: false, reason: entered.refused });
  return entered.answer ?? json(atOnce ? 200 : 202, { accepted: true, runId: entered.runId });
}

/** Moves that break are counted by the router, told of, and can be retried. */
async function enterByRouter(...[tx, entrance, event, facts]: Parameters<typeof enterAtOnce>): Promise<EnteredAtOnce> {
  const opened = await openRun(tx, entrance, event, facts);
  if ('refused' in opened) return opened;
  await putIntoInbox(tx, [{ runId: opened.runId, event }]);
  return { runId: opened.runId, answer: null };
}

/** One of several that come at once is as good as another. */
const keepSamples = `
  update webhook w set sample = one.sample, sampled_at = one.at
  from (select distinct on (automation_id) * from ${givenRows({ business_id: 'uuid', automation_id: 'uuid', sample: 'jsonb', at: 'timestamptz' })}
    order by automation_id) one
  where w.business_id = one.business_id and w.automation_id = one.automation_id`;

function parseBody(raw: string): Record<string, unknown> {
  try {
    const body: unknown = raw === '' ? {} : JSON.parse(raw);
    if (typeof body === 'object' && body !== null && !Array.isArray(body) && !isDeeper(body, MOST_LEVELS))
      return body as Record<string, unknown>;
  } catch {
    // Said below, in the same words.
  }
  throw new BusinessError('webhook_body_invalid', {});
}

/** No sender nests so deep; what does would break whatever walks it later. */
const MOST_LEVELS = 64;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

/** Compared in constant time; `sha256=` before the digits is the habit of many senders. */
function signedBy(key: string, body: string, signature: string | undefined): boolean {
  const wanted = createHmac('sha256', key).update(body).digest();
  const given = Buffer.from((signature ?? '').replace(/^sha256=/, ''), 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const json = (status: number, body: Record<string, unknown>): Answer => ({
  status,
  body: JSON.stringify(body),
  contentType: 'application/json',
});
