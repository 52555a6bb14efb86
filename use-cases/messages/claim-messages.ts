import { messageClasses, type MessageClass } from '#domain/messages/classes.ts';
import type { Tx } from '#persistence/with-business.ts';

export type ClaimedMessage = {
  id: string;
  chatId: number;
  contactId: string | null;
  class: MessageClass;
  method: string;
  payload: Record<string, unknown>;
  /** Telegram's number of the message that this one edits. */
  editsTelegramId: number | null;
  attempts: number;
  nodeId: string | null;
};

export type Pace = {
  perSecond: number;
  burst: number;
  chatPerSecond: number;
  chatBurst: number;
  groupPerMinute: number;
};

/** Telegram's limits with a little air: about 30 a second for a bot, 1 a second and 20 a minute for chats and groups. */
export const telegramPace: Pace = { perSecond: 28, burst: 30, chatPerSecond: 1, chatBurst: 15, groupPerMinute: 19 };

export type Claim = { lost: true } | { lost: false; messages: ClaimedMessage[]; nextAt: Date | null };

/**
 * Reserves what a bot may send now, under the fence of its lease: the head of each (chat, class), answers first, as
 * many as the token buckets of bot and chats allow. Consent, exit and expiry are checked again here.
 */
export async function claimMessages(
  tx: Tx,
  input: { botId: string; fence: number; limit: number; reserveSeconds: number; pace: Pace },
): Promise<Claim> {
  const [lease] = await tx.sql<{ tokens: number; paused: boolean; paused_until: Date; now: Date; picky: boolean }>(
    `update bot_lease set
       tokens = least(?::float8, tokens + extract(epoch from (clock_timestamp() - greatest(refilled_at, clock_timestamp() - interval '1 hour'))) * ?),
       refilled_at = clock_timestamp()
     where business_id = ? and bot_id = ? and fence = ? and until > clock_timestamp()
     returning tokens, paused_until > clock_timestamp() as paused, case when paused_until > clock_timestamp() then paused_until end as paused_until, clock_timestamp() as now,
       exists (select 1 from message m where m.business_id = bot_lease.business_id and m.bot_id = bot_lease.bot_id
         and m.state in ('queued', 'reserved') and (m.expires_at is not null or m.class in ('service', 'marketing'))) as picky`,
    [input.pace.burst, input.pace.perSecond, tx.businessId, input.botId, input.fence],
  );
  if (!lease) return { lost: true };
  if (lease.paused) return { lost: false, messages: [], nextAt: lease.paused_until };
  if (lease.picky) await dropUnwanted(tx, input.botId);
  const budget = Math.min(input.limit, Math.floor(lease.tokens));
  if (budget < 1)
    return { lost: false, messages: [], nextAt: new Date(lease.now.getTime() + 1000 / input.pace.perSecond) };
  const rows = await reserve(tx, { ...input, budget });
  return { lost: false, messages: rows.map(claimed), nextAt: null };
}

/** Messages that nobody should get any more: expired, or forbidden by the contact's word or the run's exit since. */
async function dropUnwanted(tx: Tx, botId: string): Promise<void> {
  await tx.sql(
    `update message m set state = case when m.expires_at <= ? then 'expired' else 'withdrawn' end,
       error = case when m.expires_at <= ? then 'expired' when c.stopped_at is not null then 'stopped'
                    when r.outcome in ('left', 'cancelled') then 'run_left' else 'no_consent' end
     from message d
     left join contact c on c.business_id = d.business_id and c.id = d.contact_id
     left join run r on r.business_id = d.business_id and r.id = d.run_id
     where m.business_id = ? and m.bot_id = ? and m.state = 'queued' and m.not_before <= ? and d.business_id = m.business_id and d.id = m.id
       and (m.expires_at is not null or m.class in ('service', 'marketing'))
       and (m.expires_at <= ? or (m.class in ('service', 'marketing') and (c.stopped_at is not null or r.outcome in ('left', 'cancelled')
            or (m.class = 'marketing' and c.marketing_consent is not true))))`,
    [tx.now, tx.now, tx.businessId, botId, tx.now, tx.now],
  );
}

type Row = {
  id: string;
  chat_id: number;
  contact_id: string | null;
  class: MessageClass;
  method: string;
  payload: Record<string, unknown>;
  edits_telegram_id: number | null;
  attempts: number;
  node_id: string | null;
};

/** Chooses, reserves and pays the buckets of bot and chats, all in one statement. */
async function reserve(
  tx: Tx,
  input: { botId: string; fence: number; budget: number; reserveSeconds: number; pace: Pace },
): Promise<Row[]> {
  const { pace } = input;
  return tx.sql<Row>(
    `with head as (
       select distinct on (chat_id, class) id, chat_id, class, priority, seq, state, not_before from message
       where business_id = ? and bot_id = ? and state in ('queued', 'reserved') and not_before <= ?
       order by chat_id, class, seq
     ), chosen as (
       select h.id, h.chat_id from head h left join chat_pace p on p.bot_id = ? and p.chat_id = h.chat_id
       where h.state = 'queued' and coalesce(
         least(case when h.chat_id < 0 then ?::float8 else ?::float8 end,
           p.tokens + extract(epoch from (clock_timestamp() - p.refilled_at)) * case when h.chat_id < 0 then ?::float8 else ?::float8 end), 1) >= 1
       order by h.priority, h.seq limit ?
     ), bot_pays as (
       update bot_lease set tokens = tokens - (select count(*) from chosen)
       where business_id = ? and bot_id = ? and exists (select 1 from chosen)
     ), chats_pay as (
       insert into chat_pace (bot_id, chat_id, business_id, tokens, refilled_at)
       select ?, c.chat_id, ?, case when c.chat_id < 0 then ?::float8 else ?::float8 end - count(*), clock_timestamp()
       from chosen c group by c.chat_id order by c.chat_id
       on conflict (bot_id, chat_id) do update set refilled_at = clock_timestamp(), tokens =
         least(case when chat_pace.chat_id < 0 then ?::float8 else ?::float8 end,
           chat_pace.tokens + extract(epoch from (clock_timestamp() - chat_pace.refilled_at)) * case when chat_pace.chat_id < 0 then ?::float8 else ?::float8 end)
         - (case when chat_pace.chat_id < 0 then ?::float8 else ?::float8 end - excluded.tokens)
     )
     update message m set state = 'reserved', fence = ?, attempts = m.attempts + 1,
       reserved_until = clock_timestamp() + make_interval(secs => ?)
     from chosen where m.business_id = ? and m.id = chosen.id
     returning m.id, m.chat_id, m.contact_id, m.class, m.method, m.payload, m.attempts, m.node_id,
       (select e.telegram_message_id from message e where e.business_id = m.business_id and e.id = m.edits_message_id) as edits_telegram_id`,
    [
      tx.businessId,
      input.botId,
      tx.now,
      input.botId,
      pace.groupPerMinute,
      pace.chatBurst,
      pace.groupPerMinute / 60,
      pace.chatPerSecond,
      input.budget,
      tx.businessId,
      input.botId,
      input.botId,
      tx.businessId,
      pace.groupPerMinute,
      pace.chatBurst,
      pace.groupPerMinute,
      pace.chatBurst,
      pace.groupPerMinute / 60,
      pace.chatPerSecond,
      pace.groupPerMinute,
      pace.chatBurst,
      input.fence,
      input.reserveSeconds,
      tx.businessId,
    ],
  );
}

function claimed(row: Row): ClaimedMessage {
  return {
    id: row.id,
    chatId: row.chat_id,
    contactId: row.contact_id,
    class: row.class,
    method: row.method,
    payload: row.payload,
    editsTelegramId: row.edits_telegram_id,
    attempts: row.attempts,
    nodeId: row.node_id,
  };
}

/**
 * Reservations whose time is over: their sender died, and nobody knows whether the message arrived. Each follows its
 * class: *never zero* goes again, *never twice* stays in doubt.
 */
export async function decideDoubts(tx: Tx, botId: string): Promise<number> {
  const rows = await tx.sql<{ id: string; class: MessageClass }>(
    `select id, class from message where business_id = ? and bot_id = ? and state = 'reserved' and reserved_until <= clock_timestamp()
     order by seq limit 500 for update skip locked`,
    [tx.businessId, botId],
  );
  for (const row of rows) await doubt(tx, row);
  return rows.length;
}

export async function doubt(tx: Tx, message: { id: string; class: MessageClass }): Promise<void> {
  const again = messageClasses[message.class].inDoubt === 'never_zero';
  await tx.sql(
    `update message set state = ?, doubts = doubts + 1, reserved_until = null, error = 'no_answer',
       not_before = case when ? then ?::timestamptz + make_interval(secs => least(60, power(2, doubts))) else not_before end
     where business_id = ? and id = ?`,
    [again ? 'queued' : 'in_doubt', again, tx.now, tx.businessId, message.id],
  );
}
