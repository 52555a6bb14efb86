import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import { env } from '#platform/env.ts';
import { HAND_WRITTEN_QUEUE, handWrittenActivities } from './activities.ts';

// A process of its own, with the same pools as the product's worker.
Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
const pool = new pg.Pool({ connectionString: env.databaseUrl, max: env.databasePool });
const connection = await NativeConnection.connect({ address: env.temporalAddress });
const worker = await Worker.create({
  connection,
  namespace: env.temporalNamespace,
  taskQueue: HAND_WRITTEN_QUEUE,
  workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
  activities: handWrittenActivities(pool),
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: env.databasePool,
  maxCachedWorkflows: 600,
});
process.on('SIGTERM', () => worker.shutdown());
process.stdout.write('ready\n');
await worker.run();
await connection.close();
await pool.end();
