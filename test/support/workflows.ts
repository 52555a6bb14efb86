import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { createActivities } from '#activities/index.ts';
import type { ActivityDependencies } from '#activities/dependencies.ts';
import type { Connection } from '@temporalio/client';
import { registerSearchAttributes, TASK_QUEUE } from '#platform/temporal.ts';

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;
let quiet = false;

/** The bundle of all workflows, made once a test file. */
export function workflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  if (!quiet) {
    quiet = true;
    Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  }
  bundle ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
  return bundle;
}

/** The time-skipping server that `scripts/test.js` found or built. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  await workflowBundle();
  const path = process.env['TAKT_TEST_SERVER'];
  if (!path)
    throw new Error(
      'TAKT_TEST_SERVER is not set: run the tests by "npm test -- PATH", which finds the time-skipping server',
    );
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await registerSearchAttributes(environment.connection as Connection, 'default');
  return environment;
}

/** The real server that `scripts/test.js` has started. */
export async function realServer(): Promise<TestWorkflowEnvironment> {
  await workflowBundle();
  const address = process.env['TAKT_TEST_TEMPORAL'];
  if (!address)
    throw new Error('TAKT_TEST_TEMPORAL is not set: run the tests by "npm test -- PATH", which starts Temporal');
  return TestWorkflowEnvironment.createFromExistingServer({ address });
}

/** A worker over the given dependencies. */
export async function aWorker(
  environment: TestWorkflowEnvironment,
  dependencies: ActivityDependencies,
  options: { taskQueue?: string } = {},
): Promise<{ stop(): Promise<void> }> {
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: options.taskQueue ?? TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: createActivities(dependencies),
    workflowFailureErrorTypes: { '*': ['NondeterminismError'] },
  });
  const running = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await running;
    },
  };
}
