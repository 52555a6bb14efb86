import { Liquid, toValueSync, type Template } from 'liquidjs';
import { cleanHtml, escapeHtml } from './telegram-html.ts';
import { registerFilters } from './template-filters.ts';

/** Texts of owners are Liquid, bounded in output and time; only what is given can be read, own properties alone. */
const bounds = {
  ownPropertyOnly: true,
  strictVariables: false,
  strictFilters: true,
  parseLimit: 20_000,
  renderLimit: 200,
  memoryLimit: 100_000,
  jsTruthy: false,
};
const engine = new Liquid(bounds);
/** What is filled in is text, whatever it looks like: a name with `<b>` in it stays a name. */
const htmlEngine = new Liquid({ ...bounds, outputEscape: (value: unknown) => escapeHtml(String(value ?? '')) });
// `raw` would let what a client wrote become formatting.
htmlEngine.registerFilter('raw', (value: unknown) => value);

for (const each of [engine, htmlEngine]) registerFilters(each);

const TELEGRAM_LIMIT = 4_096;
const KEPT = 2_000;
const parsed = { plain: new Map<string, Template[]>(), html: new Map<string, Template[]>() };

/** Renders a text. @throws when it is not valid Liquid; {@link templateProblem} finds that before publishing. */
export function render(text: string, values: Readonly<Record<string, unknown>>, max = TELEGRAM_LIMIT): string {
  return String(engine.renderSync(parse(engine, parsed.plain, text), values as object)).slice(0, max);
}

/**
 * Renders a formatted text to Telegram's HTML: what is filled in is escaped, the tags are the few that Telegram knows,
 * each closed, whatever the conditions in the text left out. @throws as {@link render}
 */
export function renderHtml(text: string, values: Readonly<Record<string, unknown>>): string {
  const html = String(htmlEngine.renderSync(parse(htmlEngine, parsed.html, text), values as object));
  return cleanHtml(html, TELEGRAM_LIMIT);
}

function parse(liquid: Liquid, kept: Map<string, Template[]>, text: string): Template[] {
  const found = kept.get(text);
  if (found) return found;
  const template = liquid.parse(text);
  if (kept.size >= KEPT) kept.clear();
  kept.set(text, template);
  return template;
}

/** What is wrong with a text as a template, in one line; undefined when it is well formed. */
export function templateProblem(text: string): string | undefined {
  try {
    engine.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? 'not a template') : String(error);
  }
}

/** What a text reads, as paths such as `contact.firstName`: not what it names itself, as far as it can be told unrendered. */
export function variablesOf(text: string): string[] {
  const template = parse(engine, parsed.plain, text);
  const found = named.get(template);
  if (found) return found;
  const all = engine.globalVariableSegmentsSync(template, { partials: false });
  const paths = [...new Set(all.map(pathOf))];
  named.set(template, paths);
  return paths;
}

const named = new WeakMap<Template[], string[]>();

/** Those of them that leave a hole in the text when they are not there: no `default`, no condition on themselves. */
export function neededBy(text: string): string[] {
  const needed = new Set<string>();
  collect(parse(engine, parsed.plain, text), new Set(), needed);
  return variablesOf(text).filter((path) => needed.has(path));
}

function collect(templates: readonly Template[], asked: ReadonlySet<string>, needed: Set<string>): void {
  const read = (one: Template): string[] => {
    const alone: Template = { token: one.token, render: () => '', arguments: () => one.arguments?.() ?? [] };
    return engine.globalVariableSegmentsSync([alone], { partials: false }).map(pathOf);
  };
  for (const one of templates) {
    const filters = (one as { value?: { filters?: readonly { name: string }[] } }).value?.filters;
    const children = one.children ? toValueSync(one.children(false, true)) : undefined;
    if (children) collect(children, new Set([...asked, ...read(one)]), needed);
    else if (!filters?.some((filter) => filter.name === 'default'))
      for (const path of read(one)) if (!asked.has(path)) needed.add(path);
  }
}

/** Up to the first part that is only known when it is rendered: `a[b].c` reads `a`. */
function pathOf(segments: readonly unknown[]): string {
  const end = segments.findIndex((segment) => typeof segment !== 'string');
  return segments.slice(0, end === -1 ? undefined : end).join('.');
}
