import { money } from '#texts/index.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { inBoth, type Words } from './read-problems.ts';
import { viewerOf } from './viewer.ts';

export type NoticeKind = 'alarm' | 'refund' | 'unread' | 'run_failed' | 'bot' | 'payments';
export type Notice = { id: string; at: string; kind: NoticeKind; words: Words; link: string; read: boolean };
type Found = Omit<Notice, 'read' | 'at'> & { at: Date | string };

const MOST = 50;
/** That many are counted; a thousand would say no more. */
const MOST_FAILURES = 500;

/** What waits for a person of the house, newest first, and what of it this member has not read. */
export async function listNotifications(tx: Tx): Promise<{ items: Notice[]; unread: number }> {
  const { money: seesMoney, shop } = viewerOf(tx);
  const found: Found[] = await unreadClients(tx);
  const until = await readUntil(tx);
  if (shop) found.push(...(await alarms(tx)), ...(await failures(tx, until)), ...(await bots(tx)));
  if (seesMoney) found.push(...(await refunds(tx)), ...(await payments(tx)));
  const items = found
    .map((one) => ({ ...one, at: iso(one.at) }))
    .sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id))
    .slice(0, MOST)
    .map((one) => ({ ...one, read: until !== null && one.at <= until }));
  return { items, unread: items.filter((one) => !one.read).length };
}

/** Everything up to a moment is read, by this member alone; it never goes back. */
export async function markNotificationsRead(tx: Tx, input: { until: string }): Promise<void> {
  if (tx.actor.kind !== 'user') return;
  const until = new Date(Math.min(Date.parse(input.until), tx.now.getTime()));
  await tx.sql(
    `insert into notice_seen (business_id, membership_id, until)
     select business_id, id, ?::timestamptz from membership where business_id = ? and user_id = ?
     on conflict (business_id, membership_id) do update set until = greatest(notice_seen.until, excluded.until)`,
    [until, tx.businessId, tx.actor.userId],
  );
}

async function readUntil(tx: Tx): Promise<string | null> {
  if (tx.actor.kind !== 'user') return null;
  const [row] = await tx.sql<{ until: Date }>(
    `select s.until from membership m join notice_seen s on s.business_id = m.business_id and s.membership_id = m.id
     where m.business_id = ? and m.user_id = ?`,
    [tx.businessId, tx.actor.userId],
  );
  return row ? iso(row.until) : null;
}

async function unreadClients(tx: Tx): Promise<Found[]> {
  const rows = await tx.sql<{ id: string; name: string; unread: number; at: Date }>(
    `select id, name, unread, last_message_at as at from contact where business_id = ? and unread > 0 and last_message_at is not null
     order by last_message_at desc, id limit ?`,
    [tx.businessId, MOST],
  );
  return rows.map((row) => ({
    id: `unread:${row.id}`,
    // A client who writes again is told of again.
    at: row.at,
    kind: 'unread',
    words: inBoth('web.day.notice.unread', { name: row.name, count: row.unread }),
    link: `/clients/${row.id}`,
  }));
}

async function alarms(tx: Tx): Promise<Found[]> {
  const rows = await tx.sql<{
    id: string;
    code: string;
    facts: Record<string, unknown>;
    at: Date;
  }>(
    `select a.id, a.code, a.facts, a.raised_at as at
     from (select * from alarm where business_id = ? and code not in ('refund_refused', 'run_failed') order by raised_at desc, id desc limit ?) a`,
    [tx.businessId, MOST],
  );
  return rows.map((row) => {
    const order = typeof row.facts['orderId'] === 'string' ? `/orders/${row.facts['orderId']}` : '/orders';
    const base = { id: `alarm:${row.id}`, at: row.at };
    switch (row.code) {
      case 'automation_unreadable':
        return { ...base, kind: 'alarm', words: inBoth('web.day.notice.automation'), link: '/automations' };
      case 'payment_wrong_amount':
        return { ...base, kind: 'alarm', words: inBoth('web.day.notice.wrong_amount'), link: order };
      case 'payment_link_refused':
        return { ...base, kind: 'alarm', words: inBoth('web.day.notice.link'), link: order };
      case 'update_dead':
        return { ...base, kind: 'alarm', words: inBoth('web.day.notice.update'), link: '/clients' };
      default:
        return { ...base, kind: 'alarm', words: inBoth('web.day.notice.other'), link: '/' };
    }
  });
}

/** One notice an automation, however many people it stops; those that were read of and the new ones apart. */
async function failures(tx: Tx, until: string | null): Promise<Found[]> {
  const rows = await tx.sql<{ automation_id: string | null; run_id: string | null; name: string | null; at: Date }>(
    `select a.facts ->> 'automationId' as automation_id, a.facts ->> 'runId' as run_id, n.name, a.raised_at as at
     from (select * from alarm where business_id = ? and code = 'run_failed' order by raised_at desc, id desc limit ?) a
     left join automation n on n.business_id = a.business_id and n.id = (a.facts ->> 'automationId')::uuid`,
    [tx.businessId, MOST_FAILURES],
  );
  const alike = Map.groupBy(rows, (row) => `${row.automation_id}:${until !== null && iso(row.at) <= until}`);
  return [...alike].flatMap(([key, [latest, ...others]]) =>
    latest === undefined
      ? []
      : {
          id: `failures:${key}`,
          at: latest.at,
          kind: 'run_failed',
          words: inBoth('web.day.notice.run_failed', { name: latest.name ?? '', count: others.length + 1 }),
          link: linkToFailures(latest.automation_id, others.length > 0 ? null : latest.run_id),
        },
  );
}

function linkToFailures(automationId: string | null, runId: string | null): string {
  if (runId !== null) return `/runs/${runId}`;
  return automationId === null ? '/runs?state=failed' : `/runs?automation=${automationId}&state=failed`;
}

async function refunds(tx: Tx): Promise<Found[]> {
  const rows = await tx.sql<{
    id: string;
    at: Date;
    order_id: string;
    number: number;
    amount: number;
    currency: string;
  }>(
    `select r.id, r.created_at as at, p.order_id, o.number, r.amount_minor as amount, p.currency
     from payment p join refund r on r.business_id = p.business_id and r.payment_id = p.id and r.state = 'by_hand'
     join "order" o on o.business_id = p.business_id and o.id = p.order_id
     where p.business_id = ? and p.state = 'refund_due' order by r.created_at desc, r.id limit ?`,
    [tx.businessId, MOST],
  );
  return rows.map((row) => {
    const facts = (language: 'ru' | 'en') => ({
      number: Number(row.number),
      sum: money(language, Number(row.amount), row.currency),
    });
    return {
      id: `refund:${row.id}`,
      at: row.at,
      kind: 'refund',
      words: {
        ru: inBoth('web.day.notice.refund', facts('ru')).ru,
        en: inBoth('web.day.notice.refund', facts('en')).en,
      },
      link: `/orders/${row.order_id}`,
    };
  });
}

async function bots(tx: Tx): Promise<Found[]> {
  const rows = await tx.sql<{ id: string; username: string; at: Date }>(
    `select id, username, coalesce(checked_at, created_at) as at from bot
     where business_id = ? and removed_at is null and problem is not null limit ?`,
    [tx.businessId, MOST],
  );
  return rows.map((row) => ({
    id: `bot:${row.id}`,
    at: row.at,
    kind: 'bot',
    words: inBoth('web.day.notice.bot', { bot: row.username }),
    link: '/settings/bots',
  }));
}

async function payments(tx: Tx): Promise<Found[]> {
  const rows = await tx.sql<{ at: Date }>(
    `select coalesce(checked_at, created_at) as at from payment_account where business_id = ? and chosen and problem is not null`,
    [tx.businessId],
  );
  return rows.map((row) => ({
    id: 'payments',
    at: row.at,
    kind: 'payments',
    words: inBoth('web.day.notice.payments'),
    link: '/settings/payments',
  }));
}
