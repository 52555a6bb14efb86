import { readFileSync } from 'node:fs';
import { badRequest, Refusal } from './refusal.ts';

/** A file that came with a multipart request; stands where the specification says InputFile. */
export type Upload = { upload: true; filename: string; bytes: Buffer };
export type Params = Record<string, unknown>;

type CompactSpec = {
  version: string;
  methods: Record<string, Record<string, string>>;
  types: Record<string, Record<string, string> | string[]>;
};
type Check = (value: unknown) => string | undefined;
type Parameter = {
  check: Check;
  declared: string;
  required: boolean;
  parsesJson: boolean;
  scalar: 'Integer' | 'Float' | 'Boolean' | undefined;
};

export type RequestCheck = (params: Params) => Params;

/** Compiles the specification once: method name → function that returns coerced parameters or refuses. */
export function compileSpec(specPath?: string): Map<string, RequestCheck> {
  const text = readFileSync(specPath ?? new URL('bot-api.spec.json', import.meta.url), 'utf8');
  const spec = JSON.parse(text) as CompactSpec;
  const types = compileTypes(spec);
  return new Map(Object.entries(spec.methods).map(([method, fields]) => [method, compileMethod(fields, types)]));
}

/** What Telegram says when one of these is missing; the others get a general sentence. */
const missingWords: Record<string, string> = {
  chat_id: 'chat_id is empty',
  text: 'message text is empty',
  photo: 'there is no photo in the request',
  message_id: 'message identifier is not specified',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  file_id: 'file_id is not specified',
};

function compileMethod(fields: Record<string, string>, types: (name: string) => Check): RequestCheck {
  const parameters = new Map<string, Parameter>();
  for (const [name, declared] of Object.entries(fields)) {
    const required = declared.startsWith('!');
    const names = declared.replace('!', '').split('|');
    const parsesJson = names.some((n) => !['String', 'Integer', 'Float', 'Boolean', 'InputFile'].includes(n));
    const scalar =
      names.length === 1 ? (['Integer', 'Float', 'Boolean'] as const).find((n) => n === names[0]) : undefined;
    parameters.set(name, { check: union(names, types), declared: names.join(' or '), required, parsesJson, scalar });
  }
  const required = [...parameters].filter(([, p]) => p.required).map(([name]) => name);
  return (params) => {
    const ready: Params = {};
    for (const name in params) {
      const parameter = parameters.get(name);
      if (!parameter) throw badRequest(`unknown parameter "${name}" (Emulator: Telegram would ignore it)`);
      const value = coerce(name, params[name], parameter);
      if (value === undefined) continue;
      const wrong = parameter.check(value);
      if (wrong !== undefined)
        throw badRequest(mistyped(name, wrong === 'type' ? `it must be of type ${parameter.declared}` : wrong));
      ready[name] = value;
    }
    for (const name of required) {
      if (ready[name] === undefined) throw badRequest(missingWords[name] ?? `parameter "${name}" is required`);
    }
    return ready;
  };
}

function mistyped(name: string, wrong: string): string {
  if (name === 'reply_markup') return `can't parse reply keyboard markup JSON object: ${wrong}`;
  return `can't parse parameter "${name}": ${wrong}`;
}

/** In the query string, in forms and often in JSON, Telegram takes numbers, booleans and objects as text. */
function coerce(name: string, value: unknown, parameter: Parameter): unknown {
  if (value === null) return undefined;
  if (typeof value !== 'string') return value;
  if (parameter.scalar === 'Boolean')
    return ['true', 'True', '1'].includes(value) ? true : ['false', 'False', '0', ''].includes(value) ? false : value;
  if (parameter.scalar) return value === '' ? undefined : /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (!parameter.parsesJson) return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    if (name === 'reply_markup') throw badRequest("can't parse reply keyboard markup JSON object");
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

function compileTypes(spec: CompactSpec): (name: string) => Check {
  const compiled = new Map<string, Check>();
  const byName = (name: string): Check => {
    const known = compiled.get(name);
    if (known) return known;
    // Types refer to one another in circles, so the name is bound before its fields are compiled.
    let real: Check = () => undefined;
    compiled.set(name, (value) => real(value));
    real = build(name);
    compiled.set(name, real);
    return real;
  };
  const build = (name: string): Check => {
    if (name.startsWith('Array of ')) {
      const item = byName(name.slice('Array of '.length));
      return (value) => {
        if (!Array.isArray(value)) return 'Array expected';
        for (const one of value) {
          const wrong = item(one);
          if (wrong !== undefined) return wrong;
        }
        return undefined;
      };
    }
    const primitive = primitives[name];
    if (primitive) return primitive;
    const type = spec.types[name];
    // "For simple text-only buttons, String can be used instead", says Telegram in prose only.
    const isText = name === 'KeyboardButton' ? (value: unknown) => typeof value === 'string' : () => false;
    if (type === undefined) throw new Error(`The specification has no type ${name}`);
    if (Array.isArray(type)) return union(type, byName);
    const fields = new Map<string, { check: Check; required: boolean; declared: string }>();
    for (const [field, declared] of Object.entries(type)) {
      const names = declared.replace('!', '').split('|');
      fields.set(field, {
        check: union(names, byName),
        required: declared.startsWith('!'),
        declared: names.join(' or '),
      });
    }
    return (value) => {
      if (isText(value)) return undefined;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return `Object expected as ${name}`;
      for (const field in value) {
        const known = fields.get(field);
        if (!known) return `Unknown field "${field}" in ${name}`;
        const given = (value as Params)[field];
        if (given === null || given === undefined) continue;
        const inner = known.check(given);
        if (inner !== undefined) return inner === 'type' ? `Field "${field}" must be of type ${known.declared}` : inner;
      }
      for (const [field, { required }] of fields) {
        if (required && ((value as Params)[field] ?? undefined) === undefined)
          return `Can't find field "${field}" in ${name}`;
      }
      return undefined;
    };
  };
  return byName;
}

const primitives: Record<string, Check | undefined> = {
  String: (value) => (typeof value === 'string' ? undefined : 'type'),
  Integer: (value) =>
    Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value)) ? undefined : 'type',
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'type'),
  Boolean: (value) => (typeof value === 'boolean' ? undefined : 'type'),
  True: (value) => (value === true ? undefined : 'type'),
  InputFile: (value) => (isUpload(value) || typeof value === 'string' ? undefined : 'type'),
};

function union(names: string[], types: (name: string) => Check): Check {
  if (names.length === 1) return types(names[0]!);
  const checks = names.map((name) => ({ name, check: types(name) }));
  return (value) => {
    let closest: string | undefined;
    for (const { check } of checks) {
      const wrong = check(value);
      if (wrong === undefined) return undefined;
      // The most telling complaint comes from the alternative that got furthest: one that knew all outer fields.
      if (closest === undefined || (!wrong.startsWith('Unknown field') && closest.startsWith('Unknown field')))
        closest = wrong;
    }
    return closest;
  };
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && (value as { upload?: unknown }).upload === true;
}

export function notPlayed(method: string): Refusal {
  return new Refusal(501, `Emulator: method ${method} is not played`);
}
