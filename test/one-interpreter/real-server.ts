import { randomBytes } from 'node:crypto';
import type { Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { registerSearchAttributes } from '#platform/temporal.ts';
import { workflowBundle } from '#test/support/workflows.ts';

/** The real server that `scripts/test.js` has started, in a namespace that no other test works in. */
export async function realServerOfItsOwn(): Promise<TestWorkflowEnvironment> {
  await workflowBundle();
  const address = process.env['TAKT_TEST_TEMPORAL'];
  if (!address)
    throw new Error('TAKT_TEST_TEMPORAL is not set: run the tests by "npm test -- PATH", which starts Temporal');
  const namespace = `one-interpreter-${randomBytes(4).toString('hex')}`;
  const environment = await TestWorkflowEnvironment.createFromExistingServer({ address, namespace });
  const connection = environment.connection as Connection;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  await known(connection, namespace);
  await registerSearchAttributes(connection, namespace);
  return environment;
}

/** A namespace is known everywhere a little after it was made. */
async function known(connection: Connection, namespace: string): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const found = await connection.workflowService.describeNamespace({ namespace }).catch(() => undefined);
    if (found) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`namespace ${namespace} did not come to be`);
}
