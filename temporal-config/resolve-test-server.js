import { chmodSync, cpSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, fillFolder, firstThatWorks, isExecutable } from './cache.js';
import { fetchArchive, run } from './fetch-archive.js';

export const testServerVersion = '1.32.0';
const pom = fileURLToPath(new URL('test-server/pom.xml', import.meta.url));

/**
 * The path of the time-skipping test server, called as `PATH PORT`.
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 */
export async function resolveTestServer({ say = () => {} } = {}) {
  const given = process.env.TEMPORAL_TEST_SERVER;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`TEMPORAL_TEST_SERVER: expected a program that can be run, got '${given}'`);
  }
  const folder = join(cacheDir(), `temporal-test-server-${testServerVersion}`);
  const program = join(folder, 'run');
  if (isExecutable(program)) return program;
  return firstThatWorks(
    [
      {
        title: `Downloading Temporal's test server ${testServerVersion} from its release`,
        go: () => download(folder, program, say),
      },
      { title: `Getting Temporal's test server ${testServerVersion} with Maven`, go: () => fromMaven(folder, program) },
    ],
    say,
    "Temporal's time-skipping test server could not be downloaded. Install Java 11 or newer with Maven, or set TEMPORAL_TEST_SERVER to the program.",
  );
}

async function download(folder, program, say) {
  const platform = { linux: 'linux', darwin: 'macOS', win32: 'windows' }[process.platform] ?? process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const name = `temporal-test-server_${testServerVersion}_${platform}_${arch}`;
  await fillFolder(folder, async (partial) => {
    await fetchArchive(
      `https://github.com/temporalio/sdk-java/releases/download/v${testServerVersion}/${name}.tar.gz`,
      partial,
      say,
    );
    const inner = readdirSync(partial, { recursive: true })
      .map(String)
      .find((one) => /(^|\/)temporal-test-server$/.test(one));
    if (!inner) throw new Error('the archive holds no temporal-test-server');
    renameSync(join(partial, inner), join(partial, 'run'));
    chmodSync(join(partial, 'run'), 0o755);
  });
  return program;
}

async function fromMaven(folder, program) {
  await run('java', ['-version']);
  await fillFolder(folder, async (partial) => {
    cpSync(pom, join(partial, 'pom.xml'));
    await run(
      'mvn',
      [
        '-B',
        '-q',
        'dependency:copy-dependencies',
        '-DoutputDirectory=lib',
        `-Dtest-server.version=${testServerVersion}`,
      ],
      { cwd: partial },
    );
    const script =
      '#!/bin/sh\nexec java -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"\n';
    writeFileSync(join(partial, 'run'), script, { mode: 0o755 });
  });
  return program;
}
