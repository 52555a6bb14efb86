import { Liquid, type Template } from 'liquidjs';

/** Texts of owners are Liquid, bounded in output and time; only what is given can be read, own properties alone. */
const engine = new Liquid({
  ownPropertyOnly: true,
  strictVariables: false,
  strictFilters: true,
  parseLimit: 20_000,
  renderLimit: 200,
  memoryLimit: 100_000,
  jsTruthy: false,
});

engine.registerFilter('money', (minor: unknown, currency: unknown = 'RUB', language: unknown = 'ru') =>
  new Intl.NumberFormat(String(language), {
    style: 'currency',
    currency: String(currency),
    minimumFractionDigits: Number(minor) % 100 === 0 ? 0 : 2,
  }).format(Number(minor) / 100),
);

const parsed = new Map<string, Template[]>();
const KEPT = 2_000;

/** Renders a text. @throws when it is not valid Liquid; {@link templateProblem} finds that before publishing. */
export function render(text: string, values: Readonly<Record<string, unknown>>): string {
  let template = parsed.get(text);
  if (template === undefined) {
    template = engine.parse(text);
    if (parsed.size >= KEPT) parsed.clear();
    parsed.set(text, template);
  }
  return String(engine.renderSync(template, values as object)).slice(0, 4_096);
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
