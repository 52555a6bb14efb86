import {
  IconCalendar,
  IconCalendarCog,
  IconChecklist,
  IconDeviceMobile,
  IconPackage,
  IconRoute,
  IconSettings,
  IconShoppingBag,
  IconSmartHome,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { TextKey } from '#texts/index.ts';
import type { Me } from '../api.ts';

export type Place = {
  to: string;
  icon: Icon;
  name: TextKey;
  /** In the bottom bar of a phone; the rest is under "more". */
  first: boolean;
  /** Below the others, at the foot of the navigation. */
  foot?: true;
};

const today: Place = { to: '/', icon: IconSmartHome, name: 'web.day.title', first: true };
const orders: Place = { to: '/orders', icon: IconShoppingBag, name: 'web.nav.orders', first: true };
const bookings: Place = { to: '/bookings', icon: IconCalendar, name: 'web.nav.bookings', first: true };
const clients: Place = { to: '/clients', icon: IconUsers, name: 'web.nav.clients', first: true };
const automations: Place = { to: '/automations', icon: IconRoute, name: 'web.nav.automations', first: false };
const products: Place = { to: '/products', icon: IconPackage, name: 'web.nav.products', first: false };
const services: Place = { to: '/services', icon: IconCalendarCog, name: 'web.services.nav', first: false };
const ownDays: Place = { ...services, name: 'web.services.my_days' };
const tasks: Place = { to: '/tasks', icon: IconChecklist, name: 'web.tasks.title', first: false };
const phone: Place = { to: '/phone', icon: IconDeviceMobile, name: 'web.nav.phone', first: false, foot: true };
const settings: Place = { to: '/settings', icon: IconSettings, name: 'web.nav.settings', first: false, foot: true };

/** Where somebody may go: a master works with orders and clients, and sees nothing of what is behind the shop. */
export function placesOf(me: Me): readonly Place[] {
  const simulator = me.simulator ? [phone] : [];
  return me.role === 'master'
    ? [
        today,
        bookings,
        { ...orders, first: false },
        clients,
        { ...tasks, first: true },
        ownDays,
        products,
        ...simulator,
        settings,
      ]
    : [today, orders, bookings, clients, automations, tasks, services, products, ...simulator, settings];
}

/** Runs are a part of the automations. */
export const isAt = (one: Place, place: string): boolean => one.to === `/${place === 'runs' ? 'automations' : place}`;

/** The title of an address, by its first part. */
export const titles: Readonly<Record<string, TextKey>> = {
  '': today.name,
  orders: orders.name,
  bookings: bookings.name,
  clients: clients.name,
  automations: automations.name,
  runs: 'web.day.page.runs',
  services: 'web.services.title',
  products: products.name,
  tasks: tasks.name,
  phone: phone.name,
  settings: settings.name,
};
