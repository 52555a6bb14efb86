import { newId } from '#platform/ids.ts';
import { aShop, type Shop } from './bot-chat.ts';
import { aSalon, SALON_NOW } from './salon.ts';

export type SalonClient = ReturnType<Shop['client']>;

/** A salon whose clients talk to its bot, on a Saturday at noon: for tests that read aloud. */
export async function aSalonChat() {
  const shop = await aShop({ now: SALON_NOW });
  const salon = await aSalon(shop.database, { business: shop });
  let id = 700_000;
  const sql = (query: string, ...params: unknown[]) => shop.database.owner.query(query, params);

  const chat = {
    shop,
    salon,
    sql,
    newClient: (facts: { name?: string; language?: string } = {}): SalonClient =>
      shop.client({ id: (id += 1), ...facts }),

    /** Noon again, and the calendar empty. */
    async afresh(): Promise<void> {
      shop.now = SALON_NOW;
      for (const table of ['booking_offer', 'occupation', 'booking_item', 'booking', 'group_session'])
        await sql(`delete from ${table}`);
    },

    async bookings(client: SalonClient) {
      const { rows } = await sql(
        `select k.id, k.state, k.starts_at as "startsAt", k.price_minor::int as price, k.contact_phone as phone, k.comment,
           k.cancel_reason as reason, k.moves, k.answered_at as "answeredAt",
           (select array_agg(i.staff_name order by i.position) from booking_item i where i.booking_id = k.id) as staff
         from booking k where k.contact_id = $1 order by k.created_at, k.id`,
        await client.contactId(),
      );
      return rows;
    },
    onlyBooking: async (client: SalonClient) => (await chat.bookings(client))[0],

    /** To the choice of a person, for a manicure without anything added. */
    async atPerson(client: SalonClient = chat.newClient()): Promise<SalonClient> {
      await client.says('/book');
      await client.presses('Маникюр');
      await client.presses('Записаться');
      await client.presses('Дальше');
      await client.presses('Выбрать время');
      return client;
    },
    async atTimes(client?: SalonClient, person = 'Анна', day = '23'): Promise<SalonClient> {
      const one = await chat.atPerson(client);
      await one.presses(person);
      await one.presses(day);
      return one;
    },
    async atSummary(client?: SalonClient, person = 'Анна', time = '10:00'): Promise<SalonClient> {
      const one = await chat.atTimes(client, person);
      await one.presses(time);
      await one.says('8 912 345 67 89');
      await one.presses('Пропустить');
      return one;
    },
    async booked(client?: SalonClient, time = '10:00'): Promise<SalonClient> {
      const one = await chat.atSummary(client, 'Анна', time);
      await one.presses('Записаться, 2');
      return one;
    },

    /** Times that a step of an automation has offered to a client, for a manicure with Anna. */
    async offers(client: SalonClient, times: readonly Date[], bookingId: string | null = null): Promise<string> {
      const contactId = await client.contactId();
      const [automation, version, run, offer] = [newId(), newId(), newId(), newId()];
      await sql(
        `insert into automation (id, business_id, name, state, created_at) values ($1, $2, 'Offers', 'active', now())`,
        automation,
        shop.businessId,
      );
      await sql(
        `insert into automation_version (id, business_id, automation_id, number, document, published_by, published_at)
         values ($1, $2, $3, 1, '{}', 'test', now())`,
        version,
        shop.businessId,
        automation,
      );
      await sql(
        `insert into run (id, business_id, automation_id, version_id, contact_id, entry_key, trigger_event_id, state, position,
           variables, last_now, started_at) values ($1, $2, $3, $4, $5, 'test', $1, 'waiting', '{}', '{}', now(), now())`,
        run,
        shop.businessId,
        automation,
        version,
        contactId,
      );
      const request = {
        items: [{ serviceId: salon.services.manicure, staffId: salon.staff.anna, addonIds: [] }],
        format: 'place',
        placeId: null,
      };
      await sql(
        `insert into booking_offer (id, business_id, contact_id, run_id, node_id, booking_id, request, times, expires_at, created_at)
         values ($1, $2, $3, $4, 'offer', $5, $6, $7, $8, $9)`,
        offer,
        shop.businessId,
        contactId,
        run,
        bookingId,
        request,
        JSON.stringify(times.map((at) => at.toISOString())),
        new Date(SALON_NOW.getTime() + 3_600_000),
        SALON_NOW,
      );
      return offer;
    },

    close: () => shop.close(),
  };
  return chat;
}

export type SalonChat = Awaited<ReturnType<typeof aSalonChat>>;

/** The words on the buttons of the newest message. */
export const labels = (client: SalonClient): string[] =>
  client.last.buttons.flat().map((button) => button.text.replaceAll('\u00a0', ' '));

/** The newest message, with ordinary spaces. */
export const text = (client: SalonClient): string => client.last.text.replaceAll('\u00a0', ' ');
