import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { VisitRequest } from '#domain/bookings/visit-request.ts';
import type { BookingPolicy } from '#domain/bookings/policy.ts';
import type { ServiceTime } from '#domain/bookings/slot-facts.ts';
import type { BookingState } from '#domain/bookings/states.ts';
import type { Localized } from './shop.ts';

export const GroupSession = defineEntity({
  name: 'GroupSession',
  tableName: 'group_session',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    serviceId: p.uuid(),
    staffId: p.uuid(),
    placeId: p.uuid(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    capacity: p.integer(),
    taken: p.integer(),
    createdAt: p.datetime(),
  },
});

export const Booking = defineEntity({
  name: 'Booking',
  tableName: 'booking',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    number: p.bigint('number'),
    bookingKey: p.string(),
    contactId: p.uuid(),
    botId: p.uuid().nullable(),
    placeId: p.uuid(),
    sessionId: p.uuid().nullable(),
    state: p.string().$type<BookingState>(),
    format: p.string().$type<'online' | 'place'>(),
    source: p.string().$type<'bot' | 'staff' | 'automation'>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    timeZone: p.string(),
    currency: p.string(),
    priceMinor: p.bigint('number'),
    priceToMinor: p.bigint('number').nullable(),
    finalPriceMinor: p.bigint('number').nullable(),
    contactName: p.string(),
    contactPhone: p.string().nullable(),
    comment: p.string().nullable(),
    policy: p.json().$type<BookingPolicy>(),
    moves: p.integer(),
    movedFrom: p.datetime().nullable(),
    movedAt: p.datetime().nullable(),
    setAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
    cancelledBy: p.string().$type<CancelledBy>().nullable(),
    cancelReason: p.string().nullable(),
    revision: p.integer(),
    createdBy: p.string(),
    createdAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    arrivedAt: p.datetime().nullable(),
    doneAt: p.datetime().nullable(),
    noShowAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
  },
});
export type Booking = InferEntity<typeof Booking>;
export type CancelledBy = 'client' | 'staff' | 'rule';

export type BookedAddon = { id: string; name: Localized; priceMinor: number; minutes: number };

export const BookingItem = defineEntity({
  name: 'BookingItem',
  tableName: 'booking_item',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    bookingId: p.uuid(),
    position: p.integer(),
    serviceId: p.uuid(),
    staffId: p.uuid(),
    resourceIds: p.json().$type<string[]>(),
    serviceName: p.json().$type<Localized>(),
    staffName: p.string(),
    addons: p.json().$type<BookedAddon[]>(),
    time: p.json().$type<ServiceTime>(),
    priceMinor: p.bigint('number'),
    priceToMinor: p.bigint('number').nullable(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    held: p.boolean(),
  },
});
export type BookingItem = InferEntity<typeof BookingItem>;

export const TimeBlock = defineEntity({
  name: 'TimeBlock',
  tableName: 'time_block',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    resourceId: p.uuid(),
    fromAt: p.datetime(),
    toAt: p.datetime(),
    note: p.string(),
    createdBy: p.string(),
    createdAt: p.datetime(),
  },
});

export const Occupation = defineEntity({
  name: 'Occupation',
  tableName: 'occupation',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    resourceId: p.uuid(),
    bookingId: p.uuid().nullable(),
    sessionId: p.uuid().nullable(),
    blockId: p.uuid().nullable(),
    fromAt: p.datetime(),
    toAt: p.datetime(),
  },
});

export const BookingReminder = defineEntity({
  name: 'BookingReminder',
  tableName: 'booking_reminder',
  properties: {
    businessId: p.uuid().primary(),
    bookingId: p.uuid().primary(),
    reminder: p.string().primary(),
    startsAt: p.datetime().primary(),
    dueAt: p.datetime(),
    outcome: p.string().$type<'sent' | 'skipped'>(),
    reason: p.string().nullable(),
    decidedAt: p.datetime(),
  },
});

/** Times that a step of an automation offered. */
export const BookingOffer = defineEntity({
  name: 'BookingOffer',
  tableName: 'booking_offer',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    contactId: p.uuid(),
    runId: p.uuid(),
    nodeId: p.string(),
    bookingId: p.uuid().nullable(),
    request: p.json().$type<VisitRequest>(),
    times: p.json().$type<string[]>(),
    expiresAt: p.datetime(),
    takenAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
