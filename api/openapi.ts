import { OpenAPIRegistry, OpenApiGeneratorV31, extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problemSchema } from './middleware/problem.ts';
import type { AccountRoute } from './account-route.ts';
import { IDEMPOTENCY_KEY, takesKey, type Route } from './route.ts';

extendZodWithOpenApi(z);

const keyHeader = z.object({
  [IDEMPOTENCY_KEY]: z
    .string()
    .min(8)
    .max(200)
    .optional()
    .openapi({ description: 'Made by the sender, for 48 hours: the same request again gets the same answer' }),
});

/** The OpenAPI document, from the very schemas that the routes check with. */
export function openApiDocument(routes: readonly (Route | AccountRoute)[]): object {
  const registry = new OpenAPIRegistry();
  const problem = { description: 'A refusal', content: { 'application/problem+json': { schema: problemSchema } } };
  for (const one of routes) {
    registry.registerPath({
      method: one.method,
      path: `/api${one.path}`,
      summary: one.summary,
      tags: [one.path.split('/')[1] ?? ''],
      request: {
        ...(one.params ? { params: one.params } : {}),
        ...('query' in one && one.query ? { query: one.query } : {}),
        ...(takesKey(one) ? { headers: keyHeader } : {}),
        ...('picture' in one && one.picture
          ? {
              body: {
                content: Object.fromEntries(
                  ['image/jpeg', 'image/png', 'image/webp'].map((type) => [
                    type,
                    { schema: { type: 'string' as const, format: 'binary' } },
                  ]),
                ),
              },
            }
          : one.body
            ? { body: { required: true, content: { 'application/json': { schema: one.body } } } }
            : {}),
      },
      responses: {
        200: { description: 'OK', content: { 'application/json': { schema: one.response } } },
        default: problem,
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Takt',
      version: '0.1.0',
      description: 'Session cookie of better-auth; everything that changes something needs the same origin.',
    },
  });
}
