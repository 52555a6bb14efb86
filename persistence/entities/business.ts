import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { BusinessSettings } from '#domain/settings.ts';

export const Business = defineEntity({
  name: 'Business',
  tableName: 'business',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    timeZone: p.string(),
    currency: p.string(),
    language: p.string().$type<Language>(),
    settings: p.json().$type<Partial<BusinessSettings>>(),
    orderNumber: p.bigint('number'),
    bookingNumber: p.bigint('number'),
    revision: p.integer(),
    textsRevision: p.integer(),
    createdBy: p.string().nullable(),
    createdAt: p.datetime(),
  },
});
export type Business = InferEntity<typeof Business>;
export type Language = 'ru' | 'en';

export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    userId: p.string(),
    role: p.string().$type<Role>(),
    name: p.string(),
    createdAt: p.datetime(),
  },
});
export type Membership = InferEntity<typeof Membership>;
export type Role = 'owner' | 'manager' | 'master';

export const Bot = defineEntity({
  name: 'Bot',
  tableName: 'bot',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    telegramId: p.bigint('number'),
    username: p.string(),
    name: p.string(),
    tokenSealed: p.string(),
    webhookSecret: p.string(),
    delivery: p.string().$type<'polling' | 'webhook'>(),
    pollOffset: p.bigint('number').nullable(),
    pollHolder: p.string().nullable(),
    pollUntil: p.datetime().nullable(),
    lastUpdateAt: p.datetime().nullable(),
    enabled: p.boolean(),
    problem: p.string().nullable(),
    checkedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type Bot = InferEntity<typeof Bot>;

export const Contact = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    name: p.string(),
    language: p.string().$type<Language>(),
    phone: p.string().nullable(),
    email: p.string().nullable(),
    note: p.string().nullable(),
    timeZone: p.string().nullable(),
    marketingConsent: p.boolean().nullable(),
    stoppedAt: p.datetime().nullable(),
    unreachableAt: p.datetime().nullable(),
    sourcePayload: p.string().nullable(),
    birthday: p.string().columnType('date').nullable(),
    fields: p.json().$type<Record<string, unknown>>(),
    lastOrderAt: p.datetime().nullable(),
    ordersPaid: p.integer(),
    spentMinor: p.bigint('number'),
    unread: p.integer(),
    lastMessageAt: p.datetime().nullable(),
    revision: p.integer(),
    createdAt: p.datetime(),
  },
});
export type Contact = InferEntity<typeof Contact>;

export const ContactIdentity = defineEntity({
  name: 'ContactIdentity',
  tableName: 'contact_identity',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    contactId: p.uuid(),
    botId: p.uuid(),
    kind: p.string().$type<'telegram'>(),
    externalId: p.bigint('number'),
    username: p.string().nullable(),
    createdAt: p.datetime(),
  },
});
export type ContactIdentity = InferEntity<typeof ContactIdentity>;

export const ContactTag = defineEntity({
  name: 'ContactTag',
  tableName: 'contact_tag',
  properties: {
    businessId: p.uuid().primary(),
    contactId: p.uuid().primary(),
    tag: p.string().primary(),
    addedAt: p.datetime(),
  },
});
export type ContactTag = InferEntity<typeof ContactTag>;

export const ContactChange = defineEntity({
  name: 'ContactChange',
  tableName: 'contact_change',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    contactId: p.uuid(),
    field: p.string(),
    oldValue: p.json().nullable(),
    newValue: p.json().nullable(),
    cause: p.string(),
    changedAt: p.datetime(),
  },
});
export type ContactChange = InferEntity<typeof ContactChange>;

export const StaffChat = defineEntity({
  name: 'StaffChat',
  tableName: 'staff_chat',
  properties: {
    businessId: p.uuid().primary(),
    botId: p.uuid().primary(),
    chatId: p.bigint('number').primary(),
    membershipId: p.uuid(),
    language: p.string().$type<Language>(),
    createdAt: p.datetime(),
  },
});
export type StaffChat = InferEntity<typeof StaffChat>;
