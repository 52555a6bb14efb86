import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

type Dict = Record<string, unknown>;
type Operation = {
  requestBody?: { content: { 'application/json': { schema: Dict } } };
  responses: Record<string, { $ref?: string; content?: { 'application/json': { schema: Dict } } }>;
};
export type SpecCheck = {
  /** The first thing that is wrong with a request, or undefined. */
  request(operation: string, body: unknown): { parameter: string; words: string } | undefined;
  /** What is wrong with an answer of the emulator itself, or undefined. */
  answer(operation: string, status: number, body: unknown): string | undefined;
};

let compiled: SpecCheck | undefined;
/** Compiled at first use, once a process. */
export const specCheck = (): SpecCheck => (compiled ??= compileSpecCheck());

/** Operations are named `POST /payments`, `GET /payments/{payment_id}` and so on. */
function compileSpecCheck(): SpecCheck {
  const spec = JSON.parse(readFileSync(new URL('yookassa.spec.json', import.meta.url), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
    components: {
      schemas: Record<string, Dict>;
      responses: Record<string, { content: { 'application/json': { schema: Dict } } }>;
    };
  };
  const kinds = kindsByReference(spec.components.schemas);
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/);
  ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:\S+$/i);
  for (const known of ['int32', 'int64', 'date', 'decimal']) ajv.addFormat(known, true);
  const schemas = adapted(spec.components.schemas, kinds) as Record<string, Dict>;
  for (const closed of ['ReceiptData', 'ReceiptDataItem', 'ReceiptDataCustomer', 'MonetaryAmount']) {
    // The vendor ignores what it does not know; a misspelt field of a receipt is better found here.
    if (schemas[closed]) schemas[closed]['additionalProperties'] = false;
  }
  ajv.addSchema({ $id: 'yookassa', components: { schemas } });

  const requests = new Map<string, { validate: ValidateFunction; known: Set<string> }>();
  const answers = new Map<string, ValidateFunction>();
  for (const [path, operations] of Object.entries(spec.paths)) {
    for (const [verb, operation] of Object.entries(operations)) {
      const name = `${verb.toUpperCase()} ${path}`;
      const body = operation.requestBody?.content['application/json'].schema;
      if (body)
        requests.set(name, {
          validate: ajv.compile(adapted(body, kinds) as Dict),
          known: new Set(Object.keys((body['properties'] ?? {}) as Dict)),
        });
      for (const [status, response] of Object.entries(operation.responses)) {
        const content = response.$ref
          ? spec.components.responses[response.$ref.split('/').at(-1)!]!.content
          : response.content;
        if (content)
          answers.set(`${name} ${status}`, ajv.compile(adapted(content['application/json'].schema, kinds) as Dict));
      }
    }
  }

  return {
    request(operation, body) {
      const check = requests.get(operation);
      if (!check) return undefined;
      if (!check.validate(body)) {
        const [error] = check.validate.errors!;
        const missing =
          error!.keyword === 'required'
            ? `.${String(error!.params['missingProperty'])}`
            : error!.keyword === 'additionalProperties'
              ? `.${String(error!.params['additionalProperty'])}`
              : '';
        return {
          parameter: `${error!.instancePath.slice(1).replaceAll('/', '.')}${missing}`.replace(/^\./, ''),
          words: error!.message ?? 'is wrong',
        };
      }
      const unknown = Object.keys(body as Dict).find((name) => !check.known.has(name));
      return unknown === undefined ? undefined : { parameter: unknown, words: 'is not a parameter of this method' };
    },
    answer(operation, status, body) {
      const validate = answers.get(`${operation} ${status}`);
      // 404 and the like that the document does not list for an operation are not checked.
      if (!validate || validate(body)) return undefined;
      return ajv.errorsText(validate.errors);
    },
  };
}

/** Which value of `type` belongs to which schema, as the discriminators of the base schemas say. */
function kindsByReference(schemas: Record<string, Dict>): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const schema of Object.values(schemas)) {
    const mapping = (schema['discriminator'] as { mapping?: Record<string, string> } | undefined)?.mapping ?? {};
    for (const [kind, reference] of Object.entries(mapping)) kinds.set(reference, kind);
  }
  return kinds;
}

/** OpenAPI to JSON Schema: references into our document, alternatives told apart by their discriminator. */
function adapted(node: unknown, kinds: Map<string, string>): unknown {
  if (Array.isArray(node)) return node.map((one) => adapted(one, kinds));
  if (typeof node !== 'object' || node === null) return node;
  const source = node as Dict;
  const alternatives = source['oneOf'] as { $ref: string }[] | undefined;
  if (alternatives?.every((one) => kinds.has(one.$ref))) {
    const ofKind = (one: { $ref: string }) => ({
      properties: { type: { const: kinds.get(one.$ref) } },
      required: ['type'],
    });
    return { anyOf: alternatives.map((one) => ({ allOf: [ofKind(one), adapted(one, kinds)] })) };
  }
  const result: Dict = {};
  for (const [key, value] of Object.entries(source)) {
    if (key === 'discriminator' && typeof value === 'object') continue;
    // The document is written for Java, where (?s) lets a dot match line ends.
    if (key === 'pattern' && typeof value === 'string') result[key] = value.replaceAll('(?s).', '[\\s\\S]');
    else result[key] = key === '$ref' && typeof value === 'string' ? `yookassa${value}` : adapted(value, kinds);
  }
  return result;
}
