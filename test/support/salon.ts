import type { DayPlan } from '#domain/bookings/slot-facts.ts';
import { newId } from '#platform/ids.ts';
import type { Actor, Tx } from '#persistence/with-business.ts';
import { bookVisit, type BookVisit, type Booked } from '#use-cases/bookings/book-visit.ts';
import { aBusiness, type TestDatabase } from './database.ts';

/** A Saturday, 12:00 in Moscow. */
export const SALON_NOW = new Date('2026-11-21T09:00:00Z');
const SYSTEM: Actor = { kind: 'system', name: 'test' };

const OPEN: DayPlan = { hours: [{ from: '10:00', to: '20:00' }], breaks: [{ from: '14:00', to: '15:00' }] };
const OFF: DayPlan = { hours: [], breaks: [] };
export const SALON_WEEK: readonly DayPlan[] = [OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OFF];

/** What a service has when its owner says nothing more. */
export const plainService = {
  priceToMinor: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  gap: null,
  format: 'place' as const,
  capacity: 1,
  hidden: false,
  addons: [],
  needs: [],
  givers: [],
};

const both = (text: string) => ({ ru: text, en: text });

/**
 * A small salon in Moscow, Monday to Saturday 10:00–20:00 with lunch from 14:00. Anna gives manicure and yoga, Dina
 * manicure (at her own price) and colouring. `within` an existing business, or in one of its own.
 */
export async function aSalon(
  database: TestDatabase,
  options: { settings?: Record<string, unknown>; business?: { businessId: string; botId: string } } = {},
) {
  const { businessId, botId } = options.business ?? (await aBusiness(database, options.settings));
  const run = (query: string, params: unknown[]) => database.owner.query(query, params);

  const placeId = newId();
  await run(
    `insert into place (id, business_id, name, address, time_zone, position, created_at) values ($1, $2, $3, $4, 'Europe/Moscow', 1, now())`,
    [placeId, businessId, { ru: 'Салон', en: 'Salon' }, { ru: 'ул. Кедровая, 12', en: '12 Kedrovaya St' }],
  );
  const categoryId = newId();
  await run('insert into service_category (id, business_id, name, position) values ($1, $2, $3, 1)', [
    categoryId,
    businessId,
    { ru: 'Красота', en: 'Beauty' },
  ]);

  const person = async (name: string, position: number): Promise<string> => {
    const id = newId();
    await run(
      `insert into staff (id, business_id, place_id, name, about, week, position, created_at) values ($1, $2, $3, $4, $5, $6, $7, now())`,
      [id, businessId, placeId, name, both(''), JSON.stringify(SALON_WEEK), position],
    );
    return id;
  };
  const staff = { anna: await person('Анна', 1), dina: await person('Дина', 2) };

  const resource = async (name: string, kind: 'room' | 'equipment', position: number): Promise<string> => {
    const id = newId();
    await run(
      `insert into resource (id, business_id, place_id, kind, name, position, created_at) values ($1, $2, $3, $4, $5, $6, now())`,
      [id, businessId, placeId, kind, name, position],
    );
    return id;
  };
  const resources = {
    table1: await resource('Стол 1', 'equipment', 1),
    table2: await resource('Стол 2', 'equipment', 2),
    chair: await resource('Кресло', 'equipment', 3),
    hall: await resource('Зал', 'room', 4),
  };

  const service = async (facts: {
    name: { ru: string; en: string };
    rub: number;
    toRub?: number;
    minutes: number;
    gap?: { from: number; minutes: number };
    capacity?: number;
    format?: 'online' | 'place' | 'both';
    by: readonly { staffId: string; rub?: number; minutes?: number }[];
    needs?: readonly (readonly string[])[];
    inCategory?: string | null;
  }): Promise<string> => {
    const id = newId();
    await run(
      `insert into service (id, business_id, category_id, name, description, price_minor, price_to_minor, duration_minutes,
         gap_from_minutes, gap_minutes, format, capacity, position, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, (select count(*) from service where business_id = $2), now())`,
      [
        id,
        businessId,
        facts.inCategory === undefined ? categoryId : facts.inCategory,
        facts.name,
        both(''),
        facts.rub * 100,
        facts.toRub === undefined ? null : facts.toRub * 100,
        facts.minutes,
        facts.gap?.from ?? null,
        facts.gap?.minutes ?? null,
        facts.format ?? 'place',
        facts.capacity ?? 1,
      ],
    );
    for (const { staffId, rub, minutes } of facts.by)
      await run(
        'insert into staff_service (business_id, staff_id, service_id, price_minor, duration_minutes) values ($1, $2, $3, $4, $5)',
        [businessId, staffId, id, rub === undefined ? null : rub * 100, minutes ?? null],
      );
    for (const [need, resourceIds] of (facts.needs ?? []).entries())
      for (const resourceId of resourceIds)
        await run('insert into service_need (business_id, service_id, need_no, resource_id) values ($1, $2, $3, $4)', [
          businessId,
          id,
          need + 1,
          resourceId,
        ]);
    return id;
  };
  const services = {
    manicure: await service({
      name: { ru: 'Маникюр', en: 'Manicure' },
      rub: 2_000,
      minutes: 60,
      by: [{ staffId: staff.anna }, { staffId: staff.dina, rub: 2_500 }],
      needs: [[resources.table1, resources.table2]],
    }),
    colouring: await service({
      name: { ru: 'Окрашивание', en: 'Colouring' },
      rub: 6_000,
      toRub: 9_000,
      minutes: 150,
      gap: { from: 60, minutes: 45 },
      by: [{ staffId: staff.dina }],
      needs: [[resources.chair]],
    }),
    yoga: await service({
      name: { ru: 'Йога', en: 'Yoga' },
      rub: 800,
      minutes: 60,
      capacity: 2,
      by: [{ staffId: staff.anna }],
      needs: [[resources.hall]],
    }),
  };
  const addon = async (
    serviceId: string,
    facts: { name: { ru: string; en: string }; rub: number; minutes: number },
  ) => {
    const id = newId();
    await run(
      `insert into service_addon (id, business_id, service_id, name, price_minor, duration_minutes, position)
       values ($1, $2, $3, $4, $5, $6, (select count(*) from service_addon where service_id = $3))`,
      [id, businessId, serviceId, facts.name, facts.rub * 100, facts.minutes],
    );
    return id;
  };
  const addons = {
    design: await addon(services.manicure, { name: { ru: 'Дизайн', en: 'Design' }, rub: 500, minutes: 30 }),
  };

  let chats = 5_000;
  const salon = {
    businessId,
    botId,
    placeId,
    categoryId,
    staff,
    services,
    resources,
    addons,
    /** One more of each, for what a single case is about. */
    person,
    service,
    addon,

    within: <T>(work: (tx: Tx) => Promise<T>, as: { actor?: Actor; now?: Date } = {}): Promise<T> =>
      database.withBusiness(businessId, as.actor ?? SYSTEM, work, { now: as.now ?? SALON_NOW }),

    async client(name = 'Anna K', facts: { language?: 'ru' | 'en'; timeZone?: string; phone?: string } = {}) {
      const id = newId();
      await run(
        `insert into contact (id, business_id, name, language, time_zone, phone, created_at) values ($1, $2, $3, $4, $5, $6, now())`,
        [id, businessId, name, facts.language ?? 'en', facts.timeZone ?? null, facts.phone ?? null],
      );
      await run(
        `insert into contact_identity (id, business_id, contact_id, bot_id, kind, external_id, created_at) values ($1, $2, $3, $4, 'telegram', $5, now())`,
        [newId(), businessId, id, botId, (chats += 1)],
      );
      return id;
    },

    /** A booking at a moment such as '2026-11-23T10:00' of Moscow; manicure with Anna where nothing else is said. */
    books: (
      contactId: string,
      at: string | Date,
      more: Partial<Omit<BookVisit, 'request' | 'startsAt' | 'contactId'>> & {
        serviceId?: string;
        staffId?: string | null;
        addonIds?: readonly string[];
        now?: Date;
        actor?: Actor;
      } = {},
    ): Promise<Booked> => {
      const { serviceId = services.manicure, staffId, addonIds = [], now, actor, ...rest } = more;
      const usual = serviceId === services.colouring ? staff.dina : staff.anna;
      return salon.within(
        (tx) =>
          bookVisit(tx, {
            request: {
              items: [{ serviceId, staffId: staffId === undefined ? usual : staffId, addonIds }],
              format: 'place',
              placeId: null,
            },
            startsAt: typeof at === 'string' ? inMoscow(at) : at,
            contactId,
            botId,
            bookingKey: newId(),
            name: null,
            phone: null,
            comment: null,
            source: 'bot',
            ...rest,
          }),
        { ...(now ? { now } : {}), ...(actor ? { actor } : {}) },
      );
    },

    async booking(bookingId: string) {
      const { rows } = await run(
        `select state, starts_at as "startsAt", ends_at as "endsAt", moves, revision, answered_at as "answeredAt",
           cancelled_by as "cancelledBy", cancel_reason as "cancelReason", price_minor::int as "priceMinor",
           contact_phone as phone, comment, session_id as "sessionId" from booking where id = $1`,
        [bookingId],
      );
      return rows[0] as {
        state: string;
        startsAt: Date;
        endsAt: Date;
        moves: number;
        revision: number;
        answeredAt: Date | null;
        cancelledBy: string | null;
        cancelReason: string | null;
        priceMinor: number;
        phone: string | null;
        comment: string | null;
        sessionId: string | null;
      };
    },

    /** What takes the time of a person or of a room, oldest first. */
    async taken(resourceId: string): Promise<{ from: Date; to: Date }[]> {
      const { rows } = await run(
        'select from_at as "from", to_at as "to" from occupation where resource_id = $1 order by from_at',
        [resourceId],
      );
      return rows;
    },

    async told(
      contactId: string,
    ): Promise<{ class: string; body: string; key: string; state: string; payload: Record<string, unknown> }[]> {
      const { rows } = await run(
        'select class, body, business_key as key, state, payload from message where contact_id = $1 order by seq',
        [contactId],
      );
      return rows;
    },

    async events(contactId: string): Promise<string[]> {
      const { rows } = await run('select type from event where stream_id = $1 order by stream_seq', [contactId]);
      return rows.map((row: { type: string }) => row.type);
    },
  };
  return salon;
}

export type Salon = Awaited<ReturnType<typeof aSalon>>;

/** Moscow has no clock changes: three hours ahead of UTC. */
export const inMoscow = (at: string): Date => new Date(`${at}:00+03:00`);
