import type { Tx } from '#persistence/with-business.ts';
import { t, type Params, type TextKey } from '#texts/index.ts';
import { viewerOf } from './viewer.ts';

export type Words = { ru: string; en: string };
export type DayProblem = { code: string; severity: 'bad' | 'wait'; words: Words; link: string };

const FRESH_DAYS = 7;
const MOST = 100;

export const inBoth = (key: TextKey, params: Params = {}): Words => ({
  ru: t('ru', key, params),
  en: t('en', key, params),
});

/** What needs a person now, the worst first: one line a kind. */
export async function readProblems(tx: Tx): Promise<DayProblem[]> {
  const { money, shop } = viewerOf(tx);
  const problems: DayProblem[] = [];
  if (shop) problems.push(...(await ofBots(tx)));
  if (money) problems.push(...(await ofMoney(tx)));
  if (shop) problems.push(...(await ofAlarms(tx)));
  const [unread] = await tx.sql<{ count: number }>(
    'select count(*)::int as count from (select 1 from contact where business_id = ? and unread > 0 limit ?) c',
    [tx.businessId, MOST],
  );
  if (unread?.count)
    problems.push({
      code: 'unread',
      severity: 'wait',
      words: inBoth('web.day.problem.unread', { count: unread.count }),
      link: '/clients',
    });
  const [empty] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from (select 1 from variant v join product p on p.business_id = v.business_id and p.id = v.product_id
       where v.business_id = ? and v.on_hand <= v.reserved and not v.hidden and not p.hidden limit ?) v`,
    [tx.businessId, MOST],
  );
  if (empty?.count)
    problems.push({
      code: 'out_of_stock',
      severity: 'wait',
      words: inBoth('web.day.problem.out_of_stock', { count: empty.count }),
      link: '/products',
    });
  return problems.sort((a, b) => Number(a.severity === 'wait') - Number(b.severity === 'wait'));
}

async function ofBots(tx: Tx): Promise<DayProblem[]> {
  const bots = await tx.sql<{ username: string; problem: string | null; enabled: boolean }>(
    'select username, problem, enabled from bot where business_id = ? and removed_at is null order by created_at, id limit ?',
    [tx.businessId, MOST],
  );
  return bots
    .filter((bot) => bot.problem !== null || !bot.enabled)
    .map((bot) => ({
      code: bot.problem === null ? 'bot_off' : 'bot_problem',
      severity: bot.problem === null ? ('wait' as const) : ('bad' as const),
      words: inBoth(bot.problem === null ? 'web.day.problem.bot_off' : 'web.day.problem.bot', { bot: bot.username }),
      link: '/settings/bots',
    }));
}

async function ofMoney(tx: Tx): Promise<DayProblem[]> {
  const problems: DayProblem[] = [];
  const [account] = await tx.sql<{ problem: string | null }>(
    'select problem from payment_account where business_id = ? and chosen',
    [tx.businessId],
  );
  if (account?.problem)
    problems.push({
      code: 'payments_problem',
      severity: 'bad',
      words: inBoth('web.day.problem.payments'),
      link: '/settings/payments',
    });
  const [refunds] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from (select 1 from payment p join refund r on r.business_id = p.business_id and r.payment_id = p.id
       where p.business_id = ? and p.state = 'refund_due' and r.state = 'by_hand' limit ?) r`,
    [tx.businessId, MOST],
  );
  if (refunds?.count)
    problems.push({
      code: 'refund_by_hand',
      severity: 'bad',
      words: inBoth('web.day.problem.refunds', { count: refunds.count }),
      link: '/orders?view=refund_due',
    });
  return problems;
}

/** What broke within a week and nobody has closed; refunds that were refused are counted by themselves. */
async function ofAlarms(tx: Tx): Promise<DayProblem[]> {
  const rows = await tx.sql<{ code: string; count: number }>(
    `select code, count(*)::int as count from (
       select code from alarm where business_id = ? and raised_at >= ?::timestamptz and closed_at is null
       order by raised_at desc, id desc limit ?) a
     where code <> 'refund_refused' group by code order by code`,
    [tx.businessId, new Date(tx.now.getTime() - FRESH_DAYS * 86_400_000), MOST],
  );
  return rows.flatMap(({ code, count }) => {
    const known = alarmProblems[code];
    return known ? [{ code, severity: 'bad' as const, words: inBoth(known.key, { count }), link: known.link }] : [];
  });
}

const alarmProblems: Readonly<Record<string, { key: TextKey; link: string }>> = {
  run_failed: { key: 'web.day.problem.runs', link: '/runs?state=failed' },
  automation_unreadable: { key: 'web.day.problem.automations', link: '/automations' },
  update_dead: { key: 'web.day.problem.updates', link: '/clients' },
  payment_wrong_amount: { key: 'web.day.problem.wrong_amount', link: '/orders?view=refund_due' },
  payment_link_refused: { key: 'web.day.problem.links', link: '/orders?view=awaiting' },
};
