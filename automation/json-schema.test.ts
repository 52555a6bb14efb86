import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020.js';
import { jsonSchema } from './json-schema.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const examples = readdirSync(new URL('./examples', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('the published JSON Schema', () => {
  const schema = JSON.parse(JSON.stringify(jsonSchema())) as { $defs: Record<string, object> };
  const ajv = new Ajv2020.default({ strict: false, validateFormats: false });
  ajv.addSchema(schema, 'takt');

  it('is what the code says: node scripts/write-schema.ts writes it', () => {
    expect(read('../docs/automation.schema.json')).toEqual(schema);
  });

  it.each(examples)('holds for the example %s, the config of each step too', (name) => {
    const document = read(`./examples/${name}/automation.json`) as {
      trigger: { type: string; config: object };
      nodes: { type: string; config: object }[];
    };
    const check = (ref: string, value: unknown) => {
      const sound = ajv.validate({ $ref: ref }, value);
      expect({ ref, sound, errors: ajv.errors }).toEqual({ ref, sound: true, errors: null });
    };
    check('takt', document);
    check(`takt#/$defs/trigger.${document.trigger.type}`, document.trigger.config);
    for (const node of document.nodes) check(`takt#/$defs/step.${node.type}`, node.config);
  });

  it('refuses what is not the language', () => {
    expect(ajv.validate('takt', { schema: 2, name: 'x', nodes: [], edges: [], trigger: {} })).toBe(false);
    expect(ajv.validate({ $ref: 'takt#/$defs/step.wait' }, { duration: 5 })).toBe(false);
  });
});
