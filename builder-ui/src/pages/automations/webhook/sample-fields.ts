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

/** A request that a reader can paste into a terminal. With a key, the signature is worked out as it is sent. */
export function curlExample(address: string, signed: boolean): string {
  const body = '{"phone":"+79990000000","name":"Anna"}';
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
