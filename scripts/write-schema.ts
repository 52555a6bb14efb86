import { writeFileSync } from 'node:fs';
import { jsonSchema } from '#automation/json-schema.ts';

// node scripts/write-schema.ts: docs/automation.schema.json, from the schema that everybody uses.
writeFileSync(new URL('../docs/automation.schema.json', import.meta.url), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
