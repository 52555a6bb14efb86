import { readFileSync } from 'node:fs';
import { documentSchema } from '#automation/document.ts';
import { compile } from '#automation/program.ts';
import { simulate } from '#automation/simulate/simulate.ts';
import { storySchema } from '#automation/simulate/story.ts';
import { validate } from '#automation/validate.ts';

// npm run simulate -- automation.json story.json: prints the trace as JSON. automation/simulate/README.md tells both files.
const [automationFile, storyFile, ...more] = process.argv.slice(2);
if (!automationFile || !storyFile)
  stop('Give two files: npm run simulate -- automation.json story.json [other-automations.json …]');

const story = storySchema.safeParse(read(storyFile));
if (!story.success)
  stop(
    `${storyFile}: ${story.error.issues.map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`).join('\n')}`,
  );
const program = compile(documentOf(automationFile));
const others = more.map((file, index) => compile(documentOf(file), idOf(file, index)));
console.log(JSON.stringify(simulate(program, story.data, others), null, 2));

function documentOf(file: string) {
  const checked = validate(read(file));
  if (!checked.ok) stop(`${file}: ${checked.issues.map((issue) => `${issue.path}: ${issue.code}`).join('\n')}`);
  return documentSchema.parse(checked.document);
}

/** Others are named by the `id` beside their document, as an export has it; else by their place. */
function idOf(file: string, index: number): string {
  const { id } = read(file) as { id?: unknown };
  return typeof id === 'string' ? id : `other-${index + 1}`;
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return stop(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}
