import type pg from 'pg';
import type { VisitStory } from './booker.ts';
import type { Findings } from './check-ledgers.ts';

/** No visit lost, none made twice, nobody in two places, every seat counted, every living visit followed. */
export async function checkVisits({
  rows,
  visits,
}: {
  rows: pg.Pool;
  visits: readonly VisitStory[];
}): Promise<Findings> {
  const violations: string[] = [];
  const { rows: booked } = await rows.query<{ id: string; chat: string; state: string; moves: number }>(
    `select k.id, i.external_id as chat, k.state, k.moves from booking k join contact_identity i on i.contact_id = k.contact_id`,
  );
  for (const story of visits) {
    const own = booked.filter(({ chat }) => Number(chat) === story.userId);
    if (story.outcome === undefined)
      violations.push(`the visit of chat ${story.userId} (${story.plan}) hangs at "${story.at}"`);
    if (story.bookingId !== undefined && !own.some(({ id }) => id === story.bookingId))
      violations.push(`visit ${story.bookingId} was shown in chat ${story.userId} and is lost`);
    if (own.length > (story.bookingId === undefined ? 0 : 1))
      violations.push(`chat ${story.userId} has ${own.length} visits`);
    const isCancelled = own[0]?.state === 'cancelled';
    if ((story.outcome === 'cancelled') !== isCancelled && own.length > 0)
      violations.push(`the visit of chat ${story.userId} was ${story.outcome} and is ${own[0]?.state}`);
  }
  if (visits.length > 0 && booked.length < visits.length / 2)
    violations.push(`only ${booked.length} of ${visits.length} visitors found a time`);
  const say = async (what: string, query: string): Promise<void> => {
    const { rows: found } = await rows.query<{ id: string }>(query);
    for (const { id } of found.slice(0, 10)) violations.push(`${what}: ${id}`);
  };
  await say(
    'somebody is in two places at once',
    `select a.id from occupation a join occupation b on b.resource_id = a.resource_id and b.id > a.id and a.from_at < b.to_at and b.from_at < a.to_at`,
  );
  await say(
    'a cancelled visit still takes time',
    `select o.id from occupation o join booking k on k.id = o.booking_id where k.state = 'cancelled'`,
  );
  await say(
    'a visit takes nobody’s time',
    `select k.id from booking k where k.state <> 'cancelled' and k.session_id is null and not exists (select 1 from occupation o where o.booking_id = k.id)`,
  );
  await say(
    'the seats of a group are miscounted',
    `select g.id from group_session g where g.taken <> (select count(*) from booking k where k.session_id = g.id and k.state <> 'cancelled') or g.taken > g.capacity`,
  );
  await say(
    'a visit that is ahead is followed by nobody',
    `select k.id from booking k where k.state in ('new', 'confirmed') and not exists (
       select 1 from process p where p.subject_id = k.id and p.type = 'booking' and p.state = 'open' and p.seen_no = p.wake_no)`,
  );
  return {
    violations,
    figures: {
      visits: booked.length,
      visitsPressedAgain: visits.reduce((sum, { pressedAgain }) => sum + (pressedAgain ?? 0), 0),
      visitOutcomes: tally(visits.map((story) => story.outcome ?? `hangs at ${story.at}`)),
    },
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const word of words) result[word] = (result[word] ?? 0) + 1;
  return result;
}
