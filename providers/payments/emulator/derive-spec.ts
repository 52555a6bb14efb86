import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * Cuts YooKassa's OpenAPI document down to what the emulator plays: `yookassa.spec.json`.
 * `node providers/payments/emulator/derive-spec.ts PATH_OF_YAML`, then
 * `npx openapi-typescript providers/payments/emulator/yookassa.spec.json -o providers/payments/yookassa.generated.ts`.
 */
type Node = { [key: string]: unknown };
const played = [
  '/payments',
  '/payments/{payment_id}',
  '/payments/{payment_id}/capture',
  '/payments/{payment_id}/cancel',
  '/refunds',
  '/refunds/{refund_id}',
  '/me',
];
const words = new Set(['description', 'title', 'example', 'summary', 'tags', 'default']);

const from = process.argv[2];
if (!from) throw new Error('Say where the specification is: node derive-spec.ts PATH');
const source = parse(readFileSync(from, 'utf8')) as {
  openapi: string;
  info: Node;
  paths: Record<string, Node>;
  components: Record<string, Record<string, Node>>;
};

const paths = Object.fromEntries(played.map((path) => [path, plain(source.paths[path])]));
const components: Record<string, Record<string, unknown>> = {};
collect(paths);
const compact = {
  openapi: source.openapi,
  info: { version: String(source.info['version']), title: 'YooKassa API, the part that is played' },
  paths,
  components,
};
const target = new URL('yookassa.spec.json', import.meta.url);
writeFileSync(
  target,
  `${JSON.stringify(compact, null, 1)
    .replace(/\n {4,}/g, ' ')
    .replace(/ ?\n {0,3}([}\]])/g, '\n$1')}\n`,
);

/** A copy without words; keys of `properties` are names, so they stay whatever they are called. */
function plain(node: unknown, namesOnly = false): unknown {
  if (Array.isArray(node)) return node.map((one) => plain(one)).filter((one) => !isEmpty(one));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(
    ([key, value]) =>
      namesOnly ||
      !(
        words.has(key) &&
        (typeof value !== 'object' || Array.isArray(value) || key === 'example' || key === 'default')
      ),
  );
  // Beside `oneOf` a discriminator repeats what the base schema's mapping says; both at once make contradictory types.
  if ('oneOf' in node && 'discriminator' in node)
    kept.splice(
      kept.findIndex(([key]) => key === 'discriminator'),
      1,
    );
  const copy = Object.fromEntries(kept.map(([key, value]) => [key, plain(value, key === 'properties')]));
  return copy['allOf'] && Array.isArray(copy['allOf']) && copy['allOf'].length === 1 && Object.keys(copy).length === 1
    ? copy['allOf'][0]
    : copy;
}

function isEmpty(node: unknown): boolean {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && Object.keys(node).length === 0;
}

function collect(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    // A mapping names all kinds, also those that no played operation uses.
    const reference = typeof value === 'string' ? /^#\/components\/(\w+)\/(\w+)$/.exec(value) : null;
    if (!reference) {
      collect(value);
      continue;
    }
    const [, group, name] = reference as unknown as [string, string, string];
    if (key !== '$ref' && group !== 'schemas') continue;
    const section = (components[group] ??= {});
    if (section[name] !== undefined) continue;
    section[name] = plain(source.components[group]![name]);
    collect(section[name]);
  }
}
