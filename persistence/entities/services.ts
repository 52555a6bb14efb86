import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { DayPlan, WeekPlan } from '#domain/bookings/slot-facts.ts';
import type { Localized } from './shop.ts';

/** Where clients come. */
export const Place = defineEntity({
  name: 'Place',
  tableName: 'place',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    name: p.json().$type<Localized>(),
    address: p.json().$type<Localized>(),
    timeZone: p.string(),
    position: p.integer(),
    revision: p.integer(),
    removedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type Place = InferEntity<typeof Place>;

export const ServiceCategory = defineEntity({
  name: 'ServiceCategory',
  tableName: 'service_category',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    name: p.json().$type<Localized>(),
    position: p.integer(),
  },
});
export type ServiceCategory = InferEntity<typeof ServiceCategory>;

export const Service = defineEntity({
  name: 'Service',
  tableName: 'service',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    categoryId: p.uuid().nullable(),
    name: p.json().$type<Localized>(),
    description: p.json().$type<Localized>(),
    photoId: p.uuid().nullable(),
    priceMinor: p.bigint('number'),
    priceToMinor: p.bigint('number').nullable(),
    durationMinutes: p.integer(),
    bufferBeforeMinutes: p.integer(),
    bufferAfterMinutes: p.integer(),
    gapFromMinutes: p.integer().nullable(),
    gapMinutes: p.integer().nullable(),
    format: p.string().$type<ServiceFormat>(),
    capacity: p.integer(),
    hidden: p.boolean(),
    position: p.integer(),
    revision: p.integer(),
    removedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type Service = InferEntity<typeof Service>;
/** Where a service is given: over the network, at the place, or as the client likes. */
export type ServiceFormat = 'online' | 'place' | 'both';

export const ServiceAddon = defineEntity({
  name: 'ServiceAddon',
  tableName: 'service_addon',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    serviceId: p.uuid(),
    name: p.json().$type<Localized>(),
    priceMinor: p.bigint('number'),
    durationMinutes: p.integer(),
    position: p.integer(),
    removedAt: p.datetime().nullable(),
  },
});
export type ServiceAddon = InferEntity<typeof ServiceAddon>;

export const Resource = defineEntity({
  name: 'Resource',
  tableName: 'resource',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    placeId: p.uuid(),
    kind: p.string().$type<'room' | 'equipment'>(),
    name: p.string(),
    position: p.integer(),
    removedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type Resource = InferEntity<typeof Resource>;

export const ServiceNeed = defineEntity({
  name: 'ServiceNeed',
  tableName: 'service_need',
  properties: {
    businessId: p.uuid().primary(),
    serviceId: p.uuid().primary(),
    needNo: p.integer().primary(),
    resourceId: p.uuid().primary(),
  },
});

export const Staff = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    placeId: p.uuid(),
    membershipId: p.uuid().nullable(),
    name: p.string(),
    about: p.json().$type<Localized>(),
    photoId: p.uuid().nullable(),
    week: p.json().$type<WeekPlan>(),
    maxPerDay: p.integer().nullable(),
    maxPerWeek: p.integer().nullable(),
    hidden: p.boolean(),
    position: p.integer(),
    revision: p.integer(),
    removedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type Staff = InferEntity<typeof Staff>;

export const StaffService = defineEntity({
  name: 'StaffService',
  tableName: 'staff_service',
  properties: {
    businessId: p.uuid().primary(),
    staffId: p.uuid().primary(),
    serviceId: p.uuid().primary(),
    priceMinor: p.bigint('number').nullable(),
    durationMinutes: p.integer().nullable(),
  },
});

export const ScheduleException = defineEntity({
  name: 'ScheduleException',
  tableName: 'schedule_exception',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    staffId: p.uuid().nullable(),
    placeId: p.uuid().nullable(),
    fromDay: p.string().columnType('date'),
    toDay: p.string().columnType('date'),
    plan: p.json().$type<DayPlan>(),
    note: p.string(),
    createdAt: p.datetime(),
  },
});
