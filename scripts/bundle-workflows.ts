import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const KILOBYTES_ALLOWED = 2_500;

// The bundler refuses what the sandbox cannot replay; its size tells when something heavy crept in.
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
  logger: new DefaultLogger('WARN'),
});
const kilobytes = Math.round(code.length / 1024);
console.log(`workflow bundle: ${kilobytes} kB`);
if (kilobytes > KILOBYTES_ALLOWED) {
  console.error(
    `The bundle is over ${KILOBYTES_ALLOWED} kB: something heavy is imported by workflows/. Every cached workflow pays for it.`,
  );
  process.exit(1);
}
