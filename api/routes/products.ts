import { z } from 'zod';
import { setProductPhoto, updateProduct } from '#use-cases/products/change-product.ts';
import { listProducts } from '#use-cases/products/list-products.ts';
import { listStockEntries } from '#use-cases/products/list-stock-entries.ts';
import { readPhoto } from '#use-cases/products/read-photo.ts';
import { adjustStock } from '#use-cases/stock/move-stock.ts';
import { route } from '../route.ts';
import { byId, id, limit, localized, moment } from '../schemas.ts';

const variant = z.object({
  id,
  name: localized,
  priceMinor: z.number().int(),
  onHand: z.number().int(),
  reserved: z.number().int(),
  hidden: z.boolean(),
});
const product = z.object({
  id,
  categoryId: id,
  name: localized,
  description: localized,
  photoId: id.nullable(),
  hidden: z.boolean(),
  revision: z.number().int(),
  variants: z.array(variant),
});
const name = z.strictObject({ ru: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) });
const description = z.strictObject({ ru: z.string().trim().max(800), en: z.string().trim().max(800) });

export const products = [
  route({
    method: 'get',
    path: '/products',
    summary: 'The catalogue by category, with stock',
    response: z.object({
      categories: z.array(z.object({ id, name: localized, hidden: z.boolean(), products: z.array(product) })),
    }),
    run: async (tx) => ({ categories: await listProducts(tx) }),
  }),
  route({
    method: 'patch',
    path: '/products/{id}',
    summary: 'Changes a product, if nobody else has since `revision`',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({
      revision: z.number().int().min(1),
      name: name.optional(),
      description: description.optional(),
      hidden: z.boolean().optional(),
      variants: z
        .array(
          z.strictObject({
            variantId: id,
            name: name.optional(),
            priceMinor: z.number().int().min(1).max(1_000_000_000).optional(),
            hidden: z.boolean().optional(),
          }),
        )
        .max(50)
        .optional(),
    }),
    response: z.object({ revision: z.number().int() }),
    run: (tx, { params, body }) => updateProduct(tx, { productId: params.id, ...body }),
  }),
  route({
    method: 'put',
    path: '/products/{id}/photo',
    summary: 'Sets the photo of a product: JPEG, PNG or WebP, at most 5 MB',
    roles: ['owner', 'manager'],
    params: byId,
    picture: true,
    body: z.instanceof(Buffer),
    response: z.object({ photoId: id }),
    run: (tx, { params, body }, { request }) =>
      setProductPhoto(tx, { productId: params.id, bytes: body, mime: request.get('content-type') ?? '' }),
  }),
  route({
    method: 'get',
    path: '/products/{id}/ledger',
    summary: 'The last changes of stock',
    params: byId,
    query: z.strictObject({ limit: limit(30) }),
    response: z.object({
      entries: z.array(
        z.object({
          id,
          at: moment,
          variantId: id,
          variant: localized,
          kind: z.enum(['opening', 'hold', 'release', 'sale', 'return', 'adjust']),
          onHandChange: z.number().int(),
          reservedChange: z.number().int(),
          onHandAfter: z.number().int(),
          reservedAfter: z.number().int(),
          reason: z.string().nullable(),
          orderId: id.nullable(),
          orderNumber: z.number().int().nullable(),
          by: z.string().nullable(),
        }),
      ),
    }),
    run: async (tx, { params, query }) => ({
      entries: await listStockEntries(tx, { productId: params.id, limit: query.limit }),
    }),
  }),
  route({
    method: 'post',
    path: '/variants/{id}/adjust',
    summary: 'Corrects the stock of a variant by hand, with a reason',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({
      delta: z.number().int().min(-100_000).max(100_000),
      reason: z.string().trim().min(1).max(200),
    }),
    response: z.object({ onHand: z.number().int(), reserved: z.number().int() }),
    run: (tx, { params, body }) => adjustStock(tx, { variantId: params.id, ...body }),
  }),
  route({
    method: 'get',
    path: '/photos/{id}',
    summary: 'The bytes of a photo; they never change under an id',
    params: byId,
    response: z.unknown(),
    async run(tx, { params }, { request }) {
      const response = request.res;
      if (!response) return undefined;
      response.set({ etag: `"${params.id}"`, 'cache-control': 'private, max-age=31536000, immutable' });
      if (request.get('if-none-match') === `"${params.id}"`) {
        response.status(304).end();
        return undefined;
      }
      const photo = await readPhoto(tx, { photoId: params.id });
      response.type(photo.mime).send(photo.content);
      return undefined;
    },
  }),
];
