import * as automations from './automations.ts';
import * as bookings from './bookings.ts';
import * as business from './business.ts';
import * as services from './services.ts';
import * as day from './day.ts';
import * as engine from './engine.ts';
import * as messages from './messages.ts';
import * as ownBusiness from './own-business.ts';
import * as shop from './shop.ts';

/** Every entity, for the ORM and for the test that holds entities and tables together. */
export const entities = [business, ownBusiness, day, shop, services, bookings, engine, automations, messages].flatMap(
  (room) => Object.values(room),
);
