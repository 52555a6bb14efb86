import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url).pathname;
const planted: string[] = [];
afterEach(() => {
  for (const path of planted.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** Plants a file, asks the machine, and pulls it out again. */
function rulesSay(file: string, source: string): string {
  const path = `${root}${file}`;
  planted.push(path);
  writeFileSync(path, source);
  const result = spawnSync(
    'node_modules/.bin/depcruise',
    ['--config', '.dependency-cruiser.js', '--output-type', 'err-long', file],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
    },
  );
  return result.status === 0 ? 'allowed' : result.stdout.replaceAll(/\s+/g, ' ');
}

describe('a wall of the house', () => {
  it.each([
    ['domain/planted.ts', `import '#persistence/database.ts';`, 'business rules are pure functions'],
    ['automation/planted.ts', `import '#use-cases/processes/process.ts';`, 'runs in the browser'],
    ['automation/planted.ts', `import 'node:fs';`, 'no Node modules there'],
    ['use-cases/planted.ts', `import '#providers/payments/yookassa.ts';`, 'name a provider by its port'],
    ['workflows/planted.ts', `import '#activities/errors.ts';`, 'use `import type`'],
    ['workflows/planted.ts', `import '#domain/time.ts';`, 'doubles the bundle'],
    ['bot/planted.ts', `import '#workers/pump.ts';`, 'screens call use cases'],
    ['texts/planted.ts', `import '#domain/errors.ts';`, 'words depend on nothing'],
    ['api/planted.ts', `import '#providers/telegram/emulator/server.ts';`, 'as to the vendor'],
  ])('stops %s that says %s, and gives the reason', (file, source, reason) => {
    expect(rulesSay(file, source)).toContain(reason);
  });

  it('lets a lawful import through', () => {
    expect(rulesSay('use-cases/planted.ts', `import '#domain/errors.ts';`)).toBe('allowed');
  });
});

describe('every room', () => {
  const rooms = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !/^(\.|node_modules|dist|docs|test-artifacts)/.test(entry.name),
  );
  it.each(rooms.map((room) => room.name))('%s/ has a page that says what lives there', (room) => {
    expect(existsSync(`${root}${room}/README.md`)).toBe(true);
    expect(readFileSync(`${root}${room}/README.md`, 'utf8').length).toBeGreaterThan(80);
  });
});

describe('npm run new:step', () => {
  it('makes a step that is whole: folder, registry line, types and a run that goes on', () => {
    const copy = `${root}.takt/house-${process.pid}/`;
    planted.push(copy);
    cpSync(`${root}automation`, `${copy}automation`, { recursive: true });
    const room = `${copy}automation/steps/`;
    execFileSync(process.execPath, ['scripts/new-step.ts', 'wave-hello', room], { cwd: root });
    expect(readFileSync(`${room}registry.ts`, 'utf8')).toContain(
      `'wave-hello': step(waveHelloDefinition, runWaveHello),`,
    );
    for (const file of ['definition.ts', 'run.ts', 'README.md', 'run.test.ts']) {
      expect(existsSync(`${room}wave-hello/${file}`)).toBe(true);
    }
    const ask = `import('${room}registry.ts').then((m) => console.log(m.steps['wave-hello'].run({}, {}).port))`;
    const answer = spawnSync(process.execPath, ['-e', ask], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
    });
    expect(answer.stdout.trim()).toBe('next');
  });

  it.each(['Give Points', '../x', ''])('refuses the name %j', (name) => {
    expect(spawnSync(process.execPath, ['scripts/new-step.ts', name], { cwd: root }).status).toBe(1);
  });
});
