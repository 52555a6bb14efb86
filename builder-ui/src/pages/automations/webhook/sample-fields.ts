export type SampleField = { path: string; depth: number; name: string; value: string; isLeaf: boolean };

const MOST = 400;

/** A request as lines, each with the path by which the start of a chain names it: `customer.phone`. */
export function sampleFields(sample: unknown, path = '', depth = 0): SampleField[] {
  if (typeof sample !== 'object' || sample === null) return [];
  const fields: SampleField[] = [];
  for (const [name, value] of Object.entries(sample)) {
    const at = path === '' ? name : `${path}.${name}`;
    const holdsMore = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    fields.push({ path: at, depth, name, value: holdsMore ? '' : JSON.stringify(value), isLeaf: !holdsMore });
    if (holdsMore && depth < 8) fields.push(...sampleFields(value, at, depth + 1));
    if (fields.length >= MOST) return fields.slice(0, MOST);
  }
  return fields;
}

/** How the start of a chain finds its client in a request. */
export type Finding = { contactBy: keyof typeof exampleOf; contactPath: string; namePath?: string | undefined };

const exampleOf = {
  phone: '+79990000000',
  email: 'anna@example.org',
  telegram: 123_456_789,
  contact: '01930000-0000-7000-8000-000000000001',
} as const;

/** The smallest request by which a client is found. */
export function exampleBody({ contactBy, contactPath, namePath }: Finding): string {
  const body = nothing();
  put(body, contactPath, exampleOf[contactBy]);
  if (namePath) put(body, namePath, 'Anna');
  return JSON.stringify(body);
}

// Without a prototype: a path may name `__proto__`.
const nothing = (): Nested => Object.create(null) as Nested;

type Nested = { [name: string]: Nested | string | number };

function put(into: Nested, path: string, value: string | number): void {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) into[name] = value;
  else put(nestedIn(into, name), rest.join('.'), value);
}

function nestedIn(into: Nested, name: string): Nested {
  const known = into[name];
  return typeof known === 'object' ? known : (into[name] = nothing());
}

/** A request that a reader can paste into a terminal. With a key, the signature is worked out as it is sent. */
export function curlExample(address: string, body: string, signed: boolean): string {
  const lines = signed
    ? [
        `BODY='${body}'`,
        `curl -X POST '${address}' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -H "x-signature: $(printf %s "$BODY" | openssl dgst -sha256 -hmac "$KEY" -r | cut -d ' ' -f 1)" \\`,
        `  -H 'idempotency-key: 1' \\`,
        `  -d "$BODY"`,
      ]
    : [
        `curl -X POST '${address}' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -H 'idempotency-key: 1' \\`,
        `  -d '${body}'`,
      ];
  return lines.join('\n');
}
