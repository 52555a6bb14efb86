import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const AutomationPause = defineEntity({
  name: 'AutomationPause',
  tableName: 'automation_pause',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    no: p.integer().primary(),
    fromAt: p.datetime(),
    toAt: p.datetime(),
    policy: p.string().$type<'send_late' | 'skip' | 'retime' | 'exit'>(),
  },
});

export const EntryRefusal = defineEntity({
  name: 'EntryRefusal',
  tableName: 'entry_refusal',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    contactId: p.uuid().primary(),
    reason: p.string().primary(),
    times: p.integer(),
    eventId: p.uuid(),
    eventType: p.string(),
    facts: p.json(),
    at: p.datetime(),
  },
});

export const OutsideCall = defineEntity({
  name: 'OutsideCall',
  tableName: 'outside_call',
  properties: {
    businessId: p.uuid().primary(),
    runId: p.uuid().primary(),
    callKey: p.string().primary(),
    state: p.string().$type<'asked' | 'answered' | 'late'>(),
    attempts: p.integer(),
    answer: p.json().nullable(),
    askedAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
  },
});

export const BulkJob = defineEntity({
  name: 'BulkJob',
  tableName: 'bulk_job',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    kind: p.string().$type<'start' | 'move' | 'undo_move' | 'retry' | 'schedule' | 'dates'>(),
    automationId: p.uuid(),
    state: p.string().$type<'open' | 'done' | 'cancelled'>(),
    input: p.json(),
    cursor: p.uuid().nullable(),
    total: p.integer(),
    done: p.integer(),
    skipped: p.integer(),
    outcome: p.json(),
    createdBy: p.string(),
    createdAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});
export type BulkJob = InferEntity<typeof BulkJob>;

export const RunMove = defineEntity({
  name: 'RunMove',
  tableName: 'run_move',
  properties: {
    businessId: p.uuid().primary(),
    jobId: p.uuid().primary(),
    runId: p.uuid().primary(),
    fromVersionId: p.uuid(),
    fromPosition: p.json(),
    fromVariables: p.json(),
    afterMoveNo: p.integer(),
  },
});

export const DateDue = defineEntity({
  name: 'DateDue',
  tableName: 'date_due',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    subjectId: p.uuid().primary(),
    contactId: p.uuid(),
    dueAt: p.datetime(),
  },
});

export const ScheduleDue = defineEntity({
  name: 'ScheduleDue',
  tableName: 'schedule_due',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    zone: p.string().primary(),
    dueAt: p.datetime(),
  },
});

export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    tokenHash: p.string(),
    tokenSealed: p.string(),
    hmacSealed: p.string().nullable(),
    sample: p.json().nullable(),
    sampledAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});

export const WebhookRequest = defineEntity({
  name: 'WebhookRequest',
  tableName: 'webhook_request',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    requestKey: p.string().primary(),
    runId: p.uuid().nullable(),
    status: p.integer(),
    answer: p.json(),
    receivedAt: p.datetime(),
  },
});

export const Secret = defineEntity({
  name: 'Secret',
  tableName: 'secret',
  properties: {
    businessId: p.uuid().primary(),
    name: p.string().primary(),
    sealed: p.string(),
    savedBy: p.string(),
    savedAt: p.datetime(),
  },
});

export const Task = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    contactId: p.uuid().nullable(),
    runId: p.uuid().nullable(),
    title: p.string(),
    note: p.string(),
    role: p.string().$type<'owner' | 'manager' | 'master'>().nullable(),
    dueAt: p.datetime().nullable(),
    state: p.string().$type<'open' | 'done'>(),
    doneBy: p.string().nullable(),
    doneAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export type Task = InferEntity<typeof Task>;
