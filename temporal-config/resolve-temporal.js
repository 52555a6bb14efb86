import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, fillFolder, firstThatWorks, isExecutable, onPath } from './cache.js';
import { fetchArchive, run } from './fetch-archive.js';

export const temporalVersion = '1.8.2';
const buildFolder = fileURLToPath(new URL('server', import.meta.url));

/**
 * The path of the Temporal CLI: found, downloaded or built.
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 */
export async function resolveTemporal({ say = () => {} } = {}) {
  const found = onPath('temporal');
  if (found) return found;
  const folder = join(cacheDir(), `temporal-${temporalVersion}`);
  const program = join(folder, 'temporal');
  if (isExecutable(program)) return program;
  return firstThatWorks(
    [
      {
        title: `Downloading Temporal CLI ${temporalVersion} from temporal.download`,
        go: () => download(folder, program, say),
      },
      {
        title: `Building Temporal CLI ${temporalVersion} with Go (2-5 minutes, once)`,
        go: () => build(folder, program, say),
      },
    ],
    say,
    'No Temporal server could be found, downloaded or built. Install the Temporal CLI (https://docs.temporal.io/cli) so that "temporal" is on PATH, install Go 1.26 or newer, or set TEMPORAL_ADDRESS to a running server.',
  );
}

async function download(folder, program, say) {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform] ?? process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  await fillFolder(folder, async (partial) => {
    await fetchArchive(
      `https://temporal.download/cli/archive/v${temporalVersion}?platform=${platform}&arch=${arch}`,
      partial,
      say,
    );
    await run(join(partial, 'temporal'), ['--version']);
  });
  return program;
}

async function build(folder, program, say) {
  const startedAt = Date.now();
  let packages = 0;
  const progress = setInterval(
    () => say(`  ${Math.round((Date.now() - startedAt) / 1000)} s, ${packages} steps done`),
    10_000,
  );
  try {
    await fillFolder(folder, async (partial) => {
      await run(
        'go',
        ['build', '-v', '-ldflags=-s -w', '-o', join(partial, 'temporal'), 'github.com/temporalio/cli/cmd/temporal'],
        {
          cwd: buildFolder,
          env: { ...process.env, GOFLAGS: '-mod=readonly' },
          tell: () => (packages += 1),
        },
      );
      await run(join(partial, 'temporal'), ['--version']);
    });
  } finally {
    clearInterval(progress);
  }
  return program;
}
