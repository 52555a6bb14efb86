import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from './openapi.ts';
import { account } from './routes/account.ts';
import { routes } from './routes/index.ts';

/** Writes `api-client/schema.d.ts` from the routes: `node api/write-client.ts`. */
const schema = await openapiTS(JSON.stringify(openApiDocument([...account, ...routes])));
const head = '// Written by `node api/write-client.ts` from the routes of api/: change them, not this.\n';
await writeFile(resolve(import.meta.dirname, '../api-client/schema.d.ts'), head + astToString(schema));
