import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const Stream = defineEntity({
  name: 'Stream',
  tableName: 'stream',
  properties: { id: p.uuid().primary(), businessId: p.uuid(), lastSeq: p.bigint('number') },
});

export const StreamRoute = defineEntity({
  name: 'StreamRoute',
  tableName: 'stream_route',
  properties: {
    streamId: p.uuid().primary(),
    businessId: p.uuid(),
    routedSeq: p.bigint('number'),
    wantedSeq: p.bigint('number'),
    wantedAt: p.datetime(),
    claimedUntil: p.datetime(),
    attempts: p.integer(),
  },
});

export const Event = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    streamId: p.uuid(),
    streamSeq: p.bigint('number'),
    type: p.string(),
    contactId: p.uuid().nullable(),
    subjectId: p.uuid().nullable(),
    data: p.json(),
    actor: p.string(),
    occurredAt: p.datetime(),
    depth: p.smallint(),
  },
});
export type Event = InferEntity<typeof Event>;

export const Process = defineEntity({
  name: 'Process',
  tableName: 'process',
  properties: {
    id: p.string().primary(),
    businessId: p.uuid(),
    type: p.string(),
    subjectId: p.uuid(),
    contactId: p.uuid().nullable(),
    automationVersionId: p.uuid().nullable(),
    state: p.string().$type<'open' | 'closed'>(),
    epoch: p.integer(),
    wakeNo: p.integer(),
    seenNo: p.integer(),
    rungNo: p.integer(),
    rungAt: p.datetime().nullable(),
    wokenAt: p.datetime(),
    describedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
});
export type Process = InferEntity<typeof Process>;

export const Automation = defineEntity({
  name: 'Automation',
  tableName: 'automation',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    name: p.string(),
    state: p.string().$type<'draft' | 'active' | 'paused' | 'archived'>(),
    publishedVersionId: p.uuid().nullable(),
    pausedAt: p.datetime().nullable(),
    pauseNo: p.integer(),
    createdAt: p.datetime(),
  },
});
export type Automation = InferEntity<typeof Automation>;

export const AutomationVersion = defineEntity({
  name: 'AutomationVersion',
  tableName: 'automation_version',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    automationId: p.uuid(),
    number: p.integer(),
    document: p.json(),
    meaning: p.string(),
    note: p.string().nullable(),
    publishedBy: p.string(),
    publishedAt: p.datetime(),
  },
});
export type AutomationVersion = InferEntity<typeof AutomationVersion>;

export const AutomationTrigger = defineEntity({
  name: 'AutomationTrigger',
  tableName: 'automation_trigger',
  properties: {
    businessId: p.uuid().primary(),
    eventType: p.string().primary(),
    versionId: p.uuid().primary(),
    automationId: p.uuid(),
  },
});

export const Run = defineEntity({
  name: 'Run',
  tableName: 'run',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    automationId: p.uuid(),
    versionId: p.uuid(),
    contactId: p.uuid(),
    entryKey: p.string(),
    triggerEventId: p.uuid(),
    subjectId: p.uuid().nullable(),
    single: p.boolean(),
    parentRunId: p.uuid().nullable(),
    depth: p.smallint(),
    callRequest: p.json().nullable(),
    pauseNo: p.integer(),
    goal: p.string().nullable(),
    answer: p.json().nullable(),
    retries: p.integer(),
    brokenTimes: p.integer(),
    brokenSince: p.datetime().nullable(),
    state: p.string().$type<'opened' | 'waiting' | 'calling' | 'ended'>(),
    outcome: p.string().$type<'finished' | 'left' | 'cancelled' | 'failed'>().nullable(),
    outcomeReason: p.string().nullable(),
    position: p.json(),
    nodeId: p.string().nullable().persist(false),
    variables: p.json(),
    listensTo: p.array(),
    deadlineAt: p.datetime().nullable(),
    moveNo: p.integer(),
    lastNow: p.datetime(),
    startedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});
export type Run = InferEntity<typeof Run>;

export const RunInbox = defineEntity({
  name: 'RunInbox',
  tableName: 'run_inbox',
  properties: {
    runId: p.uuid().primary(),
    eventId: p.uuid().primary(),
    businessId: p.uuid(),
    seq: p.bigint('number'),
    state: p.string().$type<'pending' | 'taken' | 'ignored' | 'dead'>(),
    attempts: p.integer(),
    nextAttemptAt: p.datetime(),
    error: p.string().nullable(),
  },
});

export const RunLog = defineEntity({
  name: 'RunLog',
  tableName: 'run_log',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    runId: p.uuid(),
    moveNo: p.integer(),
    ordinal: p.integer(),
    nodeId: p.string().nullable(),
    kind: p.string(),
    facts: p.json(),
    at: p.datetime(),
  },
});

export const Effect = defineEntity({
  name: 'Effect',
  tableName: 'effect',
  properties: {
    id: p.uuid().primary(),
    businessId: p.uuid(),
    runId: p.uuid(),
    effectKey: p.string(),
    kind: p.string(),
    result: p.json().nullable(),
    createdAt: p.datetime(),
  },
});

export const AutomationDraftRow = defineEntity({
  name: 'AutomationDraftRow',
  tableName: 'automation_draft',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    document: p.json(),
    meaning: p.string(),
    revision: p.integer(),
    savedBy: p.string(),
    savedAt: p.datetime(),
  },
});
export type AutomationDraftRow = InferEntity<typeof AutomationDraftRow>;

export const NodeTally = defineEntity({
  name: 'NodeTally',
  tableName: 'node_tally',
  properties: {
    businessId: p.uuid().primary(),
    automationId: p.uuid().primary(),
    versionId: p.uuid().primary(),
    nodeId: p.string().primary(),
    port: p.string().primary(),
    shard: p.smallint().primary(),
    passed: p.bigint('number'),
    failed: p.bigint('number'),
  },
});
export type NodeTally = InferEntity<typeof NodeTally>;
