import type { Route } from '../route.ts';
import { automationWork } from './automation-work.ts';
import { automations } from './automations.ts';
import { bookingRules } from './booking-rules.ts';
import { bookings } from './bookings.ts';
import { bots } from './bots.ts';
import { bookingCalendar } from './booking-calendar.ts';
import { contacts } from './contacts.ts';
import { day } from './day.ts';
import { me } from './me.ts';
import { members } from './members.ts';
import { orders } from './orders.ts';
import { paymentSettings } from './payment-settings.ts';
import { places } from './places.ts';
import { products } from './products.ts';
import { runs } from './runs.ts';
import { services } from './services.ts';
import { getSettings, patchSettings } from './settings.ts';
import { secrets } from './secrets.ts';
import { staff } from './staff.ts';
import { tasks } from './tasks.ts';
import { texts } from './texts.ts';

/** Every door of the app, the one list behind routers and OpenAPI. */
export const routes: readonly Route[] = [
  me,
  ...day,
  getSettings,
  patchSettings,
  ...texts,
  ...orders,
  ...bookings,
  ...bookingCalendar,
  ...products,
  ...services,
  ...staff,
  ...places,
  ...bookingRules,
  ...contacts,
  ...members,
  ...bots,
  ...paymentSettings,
  ...automations,
  ...automationWork,
  ...runs,
  ...tasks,
  ...secrets,
];
