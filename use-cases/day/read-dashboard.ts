import { orderViewNames, orderViews, type OrderView } from '#use-cases/orders/order-views.ts';
import type { Tx } from '#persistence/with-business.ts';
import { daysOf, idSince } from './days.ts';
import { readProblems, type DayProblem } from './read-problems.ts';
import { viewerOf } from './viewer.ts';

export type Dashboard = {
  day: string;
  /** Money is null for whoever must not see it. */
  orders: {
    count: number;
    revenueMinor: number | null;
    byState: Record<OrderView, number>;
    yesterday: { count: number; revenueMinor: number | null };
  };
  messages: { in: number; out: number; unread: number };
  runs: { entered: number; inside: number; failed: number };
  problems: DayProblem[];
  series: { day: string; orders: number; revenueMinor: number | null }[];
  /** What a new business has already done. */
  steps: { bot: boolean; products: boolean; automation: boolean; staff: boolean };
};

const DAYS = 14;

/** The day of a business on its own calendar, and the two weeks that led to it. */
export async function readDashboard(tx: Tx): Promise<Dashboard> {
  const { money } = viewerOf(tx);
  const calendar = await daysOf(tx, DAYS);
  const sold = await readSeries(tx, calendar);
  const series = sold.map((one) => ({ ...one, revenueMinor: money ? one.revenueMinor : null }));
  const today = series.at(-1);
  const yesterday = series.at(-2);
  return {
    day: calendar.today,
    orders: {
      count: today?.orders ?? 0,
      revenueMinor: today?.revenueMinor ?? null,
      byState: await readStates(tx, calendar.from),
      yesterday: { count: yesterday?.orders ?? 0, revenueMinor: yesterday?.revenueMinor ?? null },
    },
    messages: await readMessages(tx, calendar.from),
    runs: await readRuns(tx, calendar.from),
    problems: await readProblems(tx),
    series,
    steps: await readSteps(tx),
  };
}

/** Orders by the day they were placed on; their money counts once it is paid and while it is kept. */
async function readSeries(
  tx: Tx,
  { zone, days }: { zone: string; days: { day: string; from: Date }[] },
): Promise<{ day: string; orders: number; revenueMinor: number }[]> {
  const rows = await tx.sql<{ day: string; orders: number; revenue: number }>(
    `select to_char(o.created_at at time zone ?, 'YYYY-MM-DD') as day, count(*)::int as orders,
       coalesce(sum(o.total_minor) filter (where p.state = 'paid'), 0)::bigint as revenue
     from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id
     where o.business_id = ? and o.created_at >= ?::timestamptz and o.created_at <= ?::timestamptz group by 1`,
    [zone, tx.businessId, days[0]?.from ?? tx.now, tx.now],
  );
  const known = new Map(rows.map((row) => [row.day, row]));
  return days.map(({ day }) => ({
    day,
    orders: known.get(day)?.orders ?? 0,
    revenueMinor: Number(known.get(day)?.revenue ?? 0),
  }));
}

async function readStates(tx: Tx, from: Date): Promise<Record<OrderView, number>> {
  const [row] = await tx.sql<Record<OrderView, number>>(
    `select ${orderViewNames.map((view) => `count(*) filter (where ${orderViews[view]})::int as "${view}"`).join(', ')}
     from "order" o join payment p on p.business_id = o.business_id and p.order_id = o.id
     where o.business_id = ? and o.created_at >= ?::timestamptz and o.created_at <= ?::timestamptz`,
    [tx.businessId, from, tx.now],
  );
  return row ?? (Object.fromEntries(orderViewNames.map((view) => [view, 0])) as Record<OrderView, number>);
}

async function readMessages(tx: Tx, from: Date): Promise<Dashboard['messages']> {
  const [row] = await tx.sql<{ in: number; out: number; unread: number }>(
    `select
       (select count(*)::int from incoming_message where business_id = ? and id >= ?::uuid and created_at >= ?::timestamptz) as in,
       (select count(*)::int from message where business_id = ? and id >= ?::uuid and created_at >= ?::timestamptz
          and state = 'sent' and contact_id is not null and edits_message_id is null) as out,
       (select coalesce(sum(unread), 0)::int from contact where business_id = ? and unread > 0) as unread`,
    [tx.businessId, idSince(from), from, tx.businessId, idSince(from), from, tx.businessId],
  );
  return { in: row?.in ?? 0, out: row?.out ?? 0, unread: row?.unread ?? 0 };
}

async function readRuns(tx: Tx, from: Date): Promise<Dashboard['runs']> {
  const [row] = await tx.sql<Dashboard['runs']>(
    `select
       (select count(*)::int from run where business_id = ? and started_at >= ?::timestamptz) as entered,
       (select count(*)::int from run where business_id = ? and state <> 'ended') as inside,
       (select count(*)::int from alarm where business_id = ? and raised_at >= ?::timestamptz and code = 'run_failed') as failed`,
    [tx.businessId, from, tx.businessId, tx.businessId, from],
  );
  return row ?? { entered: 0, inside: 0, failed: 0 };
}

async function readSteps(tx: Tx): Promise<Dashboard['steps']> {
  const [row] = await tx.sql<Dashboard['steps']>(
    `select
       exists (select 1 from bot where business_id = ? and removed_at is null) as bot,
       exists (select 1 from product where business_id = ?) as products,
       exists (select 1 from automation where business_id = ?) as automation,
       ((select count(*) from (select 1 from membership where business_id = ? limit 2) m) > 1
         or exists (select 1 from invitation where business_id = ? and revoked_at is null)) as staff`,
    [tx.businessId, tx.businessId, tx.businessId, tx.businessId, tx.businessId],
  );
  return row ?? { bot: false, products: false, automation: false, staff: false };
}
