import type pg from 'pg';
import type { VisitStory } from './booker.ts';
import type { BuyerStory } from './buyer.ts';
import { checkVisits } from './check-visits.ts';
import type { ProviderPayment } from './cashier.ts';
import type { SentRequest } from './phone.ts';

export type Findings = { violations: string[]; figures: Record<string, unknown> };

/** Adds the ledgers up. Every sentence in `violations` names what broke and where. */
export async function checkLedgers(input: {
  rows: pg.Pool;
  stories: readonly BuyerStory[];
  visits: readonly VisitStory[];
  clubMembers: number;
  payments: readonly ProviderPayment[];
  requests: readonly SentRequest[];
}): Promise<Findings> {
  const parts = [
    await checkOrders(input),
    await checkMoney(input),
    await checkStock(input),
    await checkVisits(input),
    await checkMessages(input),
    await checkProcesses(input),
  ];
  return {
    violations: parts.flatMap((part) => part.violations),
    figures: Object.assign({}, ...parts.map((part) => part.figures)) as Record<string, unknown>,
  };
}

/** No confirmed order lost, none made twice, none that nobody asked for. */
async function checkOrders({ rows, stories }: { rows: pg.Pool; stories: readonly BuyerStory[] }): Promise<Findings> {
  const violations: string[] = [];
  const orders = await list<{ number: string; chat: string; state: string }>(
    rows,
    `select o.number, i.external_id as chat, o.state from "order" o join contact_identity i on i.contact_id = o.contact_id`,
  );
  for (const story of stories) {
    const own = orders.filter((order) => Number(order.chat) === story.userId);
    if (story.acceptedNumber !== undefined && !own.some((order) => Number(order.number) === story.acceptedNumber))
      violations.push(`order ${story.acceptedNumber} was accepted in chat ${story.userId} and is lost`);
    if (own.length > (story.acceptedNumber === undefined ? 0 : 1))
      violations.push(
        `chat ${story.userId} has ${own.length} orders, ${story.acceptedNumber === undefined ? 'none' : 'one'} was accepted`,
      );
    if (story.outcome === undefined)
      violations.push(`the story of chat ${story.userId} (${story.plan}) hangs at "${story.at}"`);
  }
  return {
    violations,
    figures: {
      orders: orders.length,
      orderStates: count(orders.map((order) => order.state)),
      outcomes: count(stories.map((story) => story.outcome ?? `hangs at ${story.at}`)),
    },
  };
}

/** What the provider holds for an order: its total when it was kept, nothing when it was cancelled. */
async function checkMoney({
  rows,
  payments,
}: {
  rows: pg.Pool;
  payments: readonly ProviderPayment[];
}): Promise<Findings> {
  const violations: string[] = [];
  const attempts = await list<{ id: string; number: string; total: string; state: string; payment_state: string }>(
    rows,
    `select a.id, o.number, o.total_minor as total, o.state, p.state as payment_state from payment_attempt a
     join payment p on p.id = a.payment_id join "order" o on o.id = p.order_id`,
  );
  const held = new Map<
    string,
    { total: number; state: string; paymentState: string; heldMinor: number; tries: number }
  >();
  for (const attempt of attempts) {
    const order = held.get(attempt.number) ?? {
      total: Number(attempt.total),
      state: attempt.state,
      paymentState: attempt.payment_state,
      heldMinor: 0,
      tries: 0,
    };
    const made = payments.filter((payment) => payment.metadata?.attemptId === attempt.id);
    if (made.length > 1)
      violations.push(`attempt ${attempt.id} of order ${attempt.number} was made ${made.length} times at the provider`);
    for (const payment of made) {
      order.tries += 1;
      if (payment.status === 'succeeded')
        order.heldMinor += minor(payment.amount.value) - minor(payment.refunded_amount?.value ?? '0');
    }
    held.set(attempt.number, order);
  }
  for (const [number, order] of held) {
    const expected = order.state === 'cancelled' ? 0 : order.total;
    if (order.heldMinor !== expected)
      violations.push(
        `order ${number} (${order.state}, ${order.paymentState}): the provider holds ${order.heldMinor}, ${expected} is right`,
      );
  }
  const strangers = payments.filter(
    (payment) => !attempts.some((attempt) => attempt.id === payment.metadata?.attemptId),
  );
  if (strangers.length > 0) violations.push(`${strangers.length} payments at the provider belong to no attempt`);
  const due = await list(rows, `select id from refund where state = 'due'`);
  if (due.length > 0) violations.push(`${due.length} refunds are still due`);
  return {
    violations,
    figures: {
      providerPayments: payments.length,
      succeeded: payments.filter((payment) => payment.status === 'succeeded').length,
      refunded: payments.filter((payment) => minor(payment.refunded_amount?.value ?? '0') > 0).length,
      settlements: count(
        (await list<{ reason: string }>(rows, 'select reason from settlement')).map((row) => row.reason),
      ),
    },
  };
}

/** The numbers on the shelf are the sums of the ledger, nothing is held any more, and what left was sold. */
async function checkStock({ rows }: { rows: pg.Pool }): Promise<Findings> {
  const variants = await list<
    Record<'id' | 'on_hand' | 'reserved' | 'sum_on_hand' | 'sum_reserved' | 'put_in' | 'sold', string>
  >(
    rows,
    `select v.id, v.on_hand, v.reserved, coalesce(sum(e.on_hand_change), 0) as sum_on_hand, coalesce(sum(e.reserved_change), 0) as sum_reserved,
       coalesce(sum(e.on_hand_change) filter (where e.kind in ('opening', 'adjust')), 0) as put_in,
       (select coalesce(sum(l.quantity), 0) from order_line l join "order" o on o.id = l.order_id where l.variant_id = v.id and o.stock_state = 'sold') as sold
     from variant v left join stock_entry e on e.variant_id = v.id group by v.id`,
  );
  const violations: string[] = [];
  for (const v of variants) {
    if (Number(v.on_hand) !== Number(v.sum_on_hand))
      violations.push(`variant ${v.id}: ${v.on_hand} on hand, the ledger says ${v.sum_on_hand}`);
    if (Number(v.reserved) !== Number(v.sum_reserved))
      violations.push(`variant ${v.id}: ${v.reserved} reserved, the ledger says ${v.sum_reserved}`);
    if (Number(v.reserved) !== 0) violations.push(`variant ${v.id}: ${v.reserved} still held`);
    if (Number(v.put_in) - Number(v.sold) !== Number(v.on_hand))
      violations.push(`variant ${v.id}: ${v.put_in} put in, ${v.sold} sold, ${v.on_hand} on hand`);
  }
  return { violations, figures: { soldPieces: variants.reduce((sum, v) => sum + Number(v.sold), 0) } };
}

const NEVER_TWICE = ['service', 'marketing'];

/** The message ledger against what arrived in the chats, by chat and content. */
async function checkMessages({
  rows,
  requests,
}: {
  rows: pg.Pool;
  requests: readonly SentRequest[];
}): Promise<Findings> {
  const violations: string[] = [];
  const messages = await list<{
    id: string;
    chat_id: string;
    class: string;
    state: string;
    method: string;
    payload: Record<string, unknown>;
    error: string | null;
  }>(rows, 'select id, chat_id, class, state, method, payload, error from message');
  const arrived = new Map<string, number>();
  for (const request of requests) {
    // 0: carried out, the answer lost on purpose. An edit that changes nothing is refused, and holds all the same.
    const holds =
      request.status === 200 ||
      request.status === 0 ||
      (request.status === 400 && /not modified/.test(request.description ?? ''));
    if (!holds || !/^(send|edit|deleteMessage$)/.test(request.method)) continue;
    const key = keyOf(Number(request.params['chat_id']), request.method, request.params);
    arrived.set(key, (arrived.get(key) ?? 0) + 1);
  }
  const groups = new Map<string, typeof messages>();
  for (const message of messages) {
    const key = keyOf(Number(message.chat_id), message.method, message.payload);
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  let repeated = 0;
  for (const [key, group] of groups) {
    const times = arrived.get(key) ?? 0;
    const twice = group.every((message) => NEVER_TWICE.includes(message.class));
    const sent = group.filter((message) => message.state === 'sent').length;
    if (twice && times > group.length)
      violations.push(`said ${times} times, at most ${group.length} is right: ${key.slice(0, 90)}`);
    if (times < sent) violations.push(`the ledger says sent ${sent} times, ${times} arrived: ${key.slice(0, 90)}`);
    if (!twice && times > group.length) repeated += times - group.length;
  }
  for (const message of messages) {
    const zero = !NEVER_TWICE.includes(message.class);
    if (zero && message.state !== 'sent')
      violations.push(`${message.class} ${message.id} (${message.method}) is ${message.state}: ${message.error ?? ''}`);
    if (['queued', 'reserved'].includes(message.state))
      violations.push(`message ${message.id} is still ${message.state}`);
  }
  const strangers = [...arrived.keys()].filter((key) => !groups.has(key));
  if (strangers.length > 0)
    violations.push(
      `${strangers.length} messages arrived that no ledger row holds, such as ${strangers[0]?.slice(0, 90)}`,
    );
  return {
    violations,
    figures: {
      messages: messages.length,
      messageStates: count(messages.map((message) => `${message.class}: ${message.state}`)),
      neverZeroRepeated: repeated,
      neverTwiceInDoubt: messages.filter((message) => message.state === 'in_doubt').length,
    },
  };
}

/** Every process row ended, every run too; one run for each first paid order and each member of the club. */
async function checkProcesses({ rows, clubMembers }: { rows: pg.Pool; clubMembers: number }): Promise<Findings> {
  const violations: string[] = [];
  const open = await list<{ id: string }>(
    rows,
    `select id from process where state = 'open' and type not in ('booking', 'booking-reminders')`,
  );
  for (const process of open.slice(0, 20)) violations.push(`process ${process.id} is still open`);
  const runs = await list<{
    id: string;
    name: string;
    contact_id: string;
    state: string;
    outcome: string | null;
    outcome_reason: string | null;
  }>(
    rows,
    'select r.id, a.name, r.contact_id, r.state, r.outcome, r.outcome_reason from run r join automation a on a.id = r.automation_id',
  );
  for (const run of runs) {
    if (run.state !== 'ended' || run.outcome === 'failed')
      violations.push(`run ${run.id} (${run.name}) is ${run.state}, ${run.outcome ?? ''} ${run.outcome_reason ?? ''}`);
  }
  const firstPaid = await list<{ contact_id: string }>(
    rows,
    `select distinct contact_id from event where type = 'order.paid'`,
  );
  const thanked = runs.filter((run) => run.name !== 'Клуб').map((run) => run.contact_id);
  for (const { contact_id: id } of firstPaid) {
    const times = thanked.filter((one) => one === id).length;
    if (times !== 1) violations.push(`contact ${id} paid a first order and opened ${times} runs`);
  }
  if (thanked.length !== firstPaid.length)
    violations.push(`${thanked.length} runs of thanks for ${firstPaid.length} people who paid`);
  const club = runs.filter((run) => run.name === 'Клуб');
  if (club.length !== clubMembers || new Set(club.map((run) => run.contact_id)).size !== clubMembers)
    violations.push(`${club.length} runs of the club, ${clubMembers} people wrote the word`);
  const dead = await list<{ error: string }>(rows, 'select error from update where dead_at is not null');
  for (const update of dead) violations.push(`an update became a dead letter: ${update.error}`);
  const pending = await list(rows, 'select 1 from update where processed_at is null and dead_at is null');
  if (pending.length > 0) violations.push(`${pending.length} updates wait`);
  const alarms = await list<{ code: string; facts: unknown }>(rows, 'select code, facts from alarm');
  for (const alarm of alarms) violations.push(`alarm ${alarm.code}: ${JSON.stringify(alarm.facts).slice(0, 200)}`);
  const [processes] = await list<{ count: string; epochs: string }>(
    rows,
    'select count(*), max(epoch) as epochs from process',
  );
  return {
    violations,
    figures: {
      processes: Number(processes?.count ?? 0),
      runs: runs.length,
      runOutcomes: count(runs.map((run) => `${run.name}: ${run.outcome} ${run.outcome_reason ?? ''}`.trim())),
    },
  };
}

/** What makes a message the same one for the person who reads it: chat, method, words and buttons. */
function keyOf(chatId: number, method: string, params: Record<string, unknown>): string {
  return [
    chatId,
    method,
    String(params['text'] ?? params['caption'] ?? '').replaceAll('\r\n', '\n'),
    stable(parsed(params['reply_markup'] ?? null)),
  ].join(' | ');
}

/** A form carries it as text. */
const parsed = (markup: unknown): unknown => (typeof markup === 'string' ? JSON.parse(markup) : markup);

function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

async function list<T extends object = Record<string, unknown>>(rows: pg.Pool, query: string): Promise<T[]> {
  return (await rows.query<T & pg.QueryResultRow>(query)).rows;
}

function count(words: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const word of [...words].sort()) result[word] = (result[word] ?? 0) + 1;
  return result;
}

const minor = (value: string): number => Math.round(Number(value) * 100);
