import { newId } from '#platform/ids.ts';
import { demoBusinessId } from '#use-cases/demo/demo-shop.ts';
import type { BenchBot, World } from './world.ts';

export type Person = { contactId: string; phone: string; userId: number; bot: BenchBot };

/** Clients of the demo shop who write to its bots, each to one of them in turn, put straight into the tables. */
export async function addPeople(
  world: World,
  input: { count: number; firstUserId: number; bots: readonly BenchBot[] },
): Promise<Person[]> {
  const people = Array.from({ length: input.count }, (_, at) => ({
    contactId: newId(),
    phone: `+7${9_000_000_000 + input.firstUserId + at}`,
    userId: input.firstUserId + at,
    bot: input.bots[at % input.bots.length]!,
  }));
  const rows = people.map((one) => ({
    id: one.contactId,
    identity_id: newId(),
    phone: one.phone,
    user_id: one.userId,
    bot_id: one.bot.id,
  }));
  const values = [demoBusinessId, JSON.stringify(rows)];
  const as = 'as p(id uuid, identity_id uuid, phone text, user_id bigint, bot_id uuid)';
  await world.rows.query(
    `insert into contact (id, business_id, name, language, phone, created_at)
     select p.id, $1, 'Клиент', 'ru', p.phone, now() from jsonb_to_recordset($2::jsonb) ${as}`,
    values,
  );
  await world.rows.query(
    `insert into contact_identity (id, business_id, contact_id, bot_id, kind, external_id, created_at)
     select p.identity_id, $1, p.id, p.bot_id, 'telegram', p.user_id, now() from jsonb_to_recordset($2::jsonb) ${as}`,
    values,
  );
  return people;
}
