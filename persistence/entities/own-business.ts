import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Language, Role } from './business.ts';

export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    tokenHash: p.string(),
    role: p.string().$type<Role>(),
    name: p.string().nullable(),
    email: p.string().nullable(),
    invitedBy: p.string(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    acceptedBy: p.string().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export type Invitation = InferEntity<typeof Invitation>;

export const PaymentAccount = defineEntity({
  name: 'PaymentAccount',
  tableName: 'payment_account',
  properties: {
    businessId: p.uuid().primary(),
    shopId: p.string().primary(),
    secretSealed: p.string(),
    chosen: p.boolean(),
    checkedAt: p.datetime().nullable(),
    problem: p.string().nullable(),
    createdAt: p.datetime(),
  },
});
export type PaymentAccount = InferEntity<typeof PaymentAccount>;

export const TextOverride = defineEntity({
  name: 'TextOverride',
  tableName: 'text_override',
  properties: {
    businessId: p.uuid().primary(),
    key: p.string().primary(),
    language: p.string().$type<Language>().primary(),
    body: p.string().nullable(),
    former: p.array(),
    changedBy: p.string(),
    changedAt: p.datetime(),
  },
});
export type TextOverride = InferEntity<typeof TextOverride>;

export const ApiRequest = defineEntity({
  name: 'ApiRequest',
  tableName: 'api_request',
  properties: {
    businessId: p.uuid().primary(),
    userId: p.string().primary(),
    requestKey: p.string().primary(),
    print: p.string(),
    answerSealed: p.string().nullable(),
    receivedAt: p.datetime(),
  },
});
export type ApiRequest = InferEntity<typeof ApiRequest>;
