import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { MessageClass, MessageState } from '#domain/messages/classes.ts';

export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    seq: p.bigint('number').persist(false),
    businessId: p.uuid(),
    botId: p.uuid(),
    chatId: p.bigint('number'),
    contactId: p.uuid().nullable(),
    runId: p.uuid().nullable(),
    nodeId: p.string().nullable(),
    orderId: p.uuid().nullable(),
    bookingId: p.uuid().nullable(),
    class: p.string().$type<MessageClass>(),
    priority: p.integer(),
    businessKey: p.string(),
    method: p.string(),
    payload: p.json(),
    body: p.string(),
    editsMessageId: p.uuid().nullable(),
    state: p.string().$type<MessageState>(),
    fence: p.bigint('number').nullable(),
    reservedUntil: p.datetime().nullable(),
    notBefore: p.datetime(),
    expiresAt: p.datetime().nullable(),
    attempts: p.integer(),
    doubts: p.integer(),
    telegramMessageId: p.bigint('number').nullable(),
    error: p.string().nullable(),
    createdAt: p.datetime(),
    sentAt: p.datetime().nullable(),
  },
});
export type Message = InferEntity<typeof Message>;

export const IncomingMessage = defineEntity({
  name: 'IncomingMessage',
  tableName: 'incoming_message',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    botId: p.uuid(),
    contactId: p.uuid(),
    updateId: p.bigint('number'),
    body: p.string(),
    createdAt: p.datetime(),
  },
});

export const BotLease = defineEntity({
  name: 'BotLease',
  tableName: 'bot_lease',
  properties: {
    botId: p.uuid().primary(),
    businessId: p.uuid(),
    holder: p.string().nullable(),
    fence: p.bigint('number'),
    until: p.datetime(),
    tokens: p.double(),
    refilledAt: p.datetime(),
    pausedUntil: p.datetime(),
  },
});

export const Update = defineEntity({
  name: 'Update',
  tableName: 'update',
  properties: {
    botId: p.uuid().primary(),
    updateId: p.bigint('number').primary(),
    seq: p.bigint('number').persist(false),
    businessId: p.uuid(),
    chatId: p.bigint('number'),
    payload: p.json(),
    receivedAt: p.datetime(),
    attempts: p.integer(),
    nextAttemptAt: p.datetime(),
    processedAt: p.datetime().nullable(),
    deadAt: p.datetime().nullable(),
    error: p.string().nullable(),
    answer: p.json().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

export const Dialogue = defineEntity({
  name: 'Dialogue',
  tableName: 'dialogue',
  properties: {
    businessId: p.uuid().primary(),
    botId: p.uuid().primary(),
    chatId: p.bigint('number').primary(),
    contactId: p.uuid().nullable(),
    state: p.json(),
    revision: p.integer(),
    updatedAt: p.datetime(),
  },
});

export const Alarm = defineEntity({
  name: 'Alarm',
  tableName: 'alarm',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    code: p.string(),
    facts: p.json(),
    alarmKey: p.string(),
    raisedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
});
