import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// npm run new:step give-points: a step type's folder and its line in the registry, ready to be filled in.
const name = process.argv[2] ?? '';
if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
  console.error(`Give the step a name such as give-points: words in lower case with hyphens. Got “${name}”.`);
  process.exit(1);
}
// The second argument is another room, for the test of this script.
const room = process.argv[3] ?? fileURLToPath(new URL('../automation/steps/', import.meta.url));
if (existsSync(`${room}${name}`)) {
  console.error(`automation/steps/${name}/ is there already.`);
  process.exit(1);
}
const camel = name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const pascal = camel.replace(/^[a-z]/, (letter) => letter.toUpperCase());
const words = name.replaceAll('-', ' ').replace(/^[a-z]/, (letter) => letter.toUpperCase());

mkdirSync(`${room}${name}`);
write(
  'definition.ts',
  `import { z } from 'zod';
import type { StepDefinition } from '../../step.ts';

// Each field gets its words: worded(duration, { title: { ru: 'Сколько ждать', en: 'How long' } }), from fields.ts.
const config = z.strictObject({});

export type ${pascal}Config = z.infer<typeof config>;

export const definition: StepDefinition<${pascal}Config> = {
  type: '${name}',
  kind: 'do',
  icon: 'IconBolt',
  title: { ru: '${words}', en: '${words}' },
  group: 'do',
  about: { ru: 'Что шаг делает для хозяина', en: 'What the step does for the owner' },
  config,
  fresh: () => ({}),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  sentence: (_settings, language) => definition.title[language],
};
`,
);
write(
  'run.ts',
  `import type { StepRun } from '../../step.ts';
import type { ${pascal}Config } from './definition.ts';

export const run: StepRun<${pascal}Config> = () => ({ kind: 'go', port: 'next' });
`,
);
write(
  'README.md',
  `# ${words}

## ru

Что шаг делает для хозяина, в двух предложениях. Это помощь в редакторе.

## en

What the step does for the owner, in two sentences. Shown as help in the builder.
`,
);
write(
  'run.test.ts',
  `import { describe, expect, it } from '@jest/globals';
import { aStepContext } from '#test/support/step-context.ts';
import { run } from './run.ts';

describe('${words.toLowerCase()}', () => {
  it('goes on', () => {
    expect(run({}, aStepContext())).toEqual({ kind: 'go', port: 'next' });
  });
});
`,
);

const registry = `${room}registry.ts`;
const text = readFileSync(registry, 'utf8')
  .replace(
    '// new:step adds',
    `import { definition as ${camel}Definition } from './${name}/definition.ts';\nimport { run as run${pascal} } from './${name}/run.ts';\n// new:step adds`,
  )
  .replace(/\n\};\n$/, `\n  ${name.includes('-') ? `'${name}'` : name}: step(${camel}Definition, run${pascal}),\n};\n`);
writeFileSync(registry, text);
console.log(`automation/steps/${name}/ is ready, and so is its line in the registry. Fill in definition.ts first.`);

function write(file: string, content: string): void {
  writeFileSync(`${room}${name}/${file}`, content);
}
