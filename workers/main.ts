import { fileURLToPath } from 'node:url';
import type { Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker, DefaultLogger } from '@temporalio/worker';
import { createActivities } from '#activities/index.ts';
import { env } from '#platform/env.ts';
import { logger } from '#platform/logger.ts';
import { wallClock } from '#platform/clock.ts';
import { connectTemporal, registerSearchAttributes, TASK_QUEUE } from '#platform/temporal.ts';
import { openDatabase } from '#persistence/database.ts';
import { openDoorbell } from '#persistence/doorbell.ts';
import { businessDoor } from '#persistence/with-business.ts';
import { startLoop } from '#use-cases/operations/loop.ts';
import { tick } from './clock.ts';
import { createProviders } from './providers.ts';
import { pump } from './pump.ts';
import { createReconciler, ensureDeliverers } from './reconciler.ts';
import { route } from './router.ts';

Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message }) => logger.warn({ level }, message)),
  shutdownSignals: [],
});

const database = await openDatabase({
  appUrl: env.databaseAppUrl,
  systemUrl: env.databaseSystemUrl,
  pool: env.databasePool,
  bell: await openDoorbell(env.databaseSystemUrl),
});
const withBusiness = businessDoor(database);
const client = await connectTemporal();
await registerSearchAttributes(client.connection as Connection, env.temporalNamespace);
const connection = await NativeConnection.connect({ address: env.temporalAddress });

const worker = await Worker.create({
  connection,
  namespace: env.temporalNamespace,
  taskQueue: TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
  activities: createActivities({
    database,
    withBusiness,
    clock: wallClock,
    ...createProviders(database, withBusiness),
  }),
  // One machine: small fixed pools. Turns share transactions, so there may be more of them than connections.
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 40,
  maxCachedWorkflows: 600,
  shutdownGraceTime: '5 seconds',
  shutdownForceTime: '15 seconds',
});

const reconciler = createReconciler(database, client, { deliverers: env.deliverers });
await ensureDeliverers(client, env.deliverers);
const loops = [
  startLoop(database, { name: 'pump', bell: 'pump', slowPollMs: 1_000, turn: () => pump(database, client) }),
  startLoop(database, {
    name: 'router',
    bell: 'router',
    slowPollMs: 1_000,
    turn: () => route({ database, withBusiness }),
  }),
  startLoop(database, {
    name: 'clock',
    bell: 'clock',
    slowPollMs: 1_000,
    turn: () => tick({ database, withBusiness }, wallClock.now()),
  }),
  startLoop(database, { name: 'reconciler', bell: null, slowPollMs: 10_000, turn: () => reconciler.turn() }),
  startLoop(database, { name: 'worker', bell: null, slowPollMs: 5_000, turn: async () => 0 }),
  startLoop(database, {
    name: 'temporal',
    bell: null,
    slowPollMs: 5_000,
    // A sign of life for health: the loop does not beat while the server does not answer.
    turn: async () => {
      await client.workflowService.getSystemInfo({});
      return 0;
    },
  }),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
  });
}
logger.info('worker is ready');
await worker.run();
await Promise.all(loops.map((loop) => loop.stop()));
await client.connection.close();
await connection.close();
await database.close();
