import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Makes `bot-api.spec.json`, the compact form that the emulator checks against, from a machine-readable
 * Bot API specification: `node providers/telegram/emulator/derive-spec.ts PATH_OF_SPECIFICATION`.
 */
type Field = { name: string; types: string[]; required: boolean };
type Source = {
  version: string;
  methods: Record<string, { fields?: Field[] }>;
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>;
};

const from = process.argv[2];
if (!from) throw new Error('Say where the specification is: node derive-spec.ts PATH');
const source = JSON.parse(readFileSync(from, 'utf8')) as Source;

const compactFields = (fields: Field[] = []) =>
  Object.fromEntries(fields.map((field) => [field.name, `${field.required ? '!' : ''}${field.types.join('|')}`]));

const compact = {
  version: source.version,
  methods: Object.fromEntries(Object.entries(source.methods).map(([name, m]) => [name, compactFields(m.fields)])),
  types: Object.fromEntries(
    Object.entries(source.types).map(([name, type]) => [name, type.subtypes ?? compactFields(type.fields)]),
  ),
};

const entries = (group: object) =>
  Object.entries(group)
    .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');
writeFileSync(
  new URL('bot-api.spec.json', import.meta.url),
  `{\n  "version": ${JSON.stringify(compact.version)},\n  "methods": {\n${entries(compact.methods)}\n  },\n  "types": {\n${entries(compact.types)}\n  }\n}\n`,
);
