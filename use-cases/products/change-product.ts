import { BusinessError } from '#domain/errors.ts';
import { Product, Variant, type Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { storePhoto } from '#use-cases/photos/store-photo.ts';

export type ProductChange = {
  productId: string;
  /** The revision that the editor saw: an edit of something that changed meanwhile is refused, nothing is lost. */
  revision: number;
  name?: Localized | undefined;
  description?: Localized | undefined;
  hidden?: boolean | undefined;
  categoryId?: string | undefined;
  variants?:
    | {
        variantId: string;
        name?: Localized | undefined;
        priceMinor?: number | undefined;
        hidden?: boolean | undefined;
      }[]
    | undefined;
};

/** @throws BusinessError `forbidden`, `product_not_found`, `product_changed`, `price_invalid`, `variant_not_found`. */
export async function updateProduct(tx: Tx, change: ProductChange): Promise<{ revision: number }> {
  refuseMasters(tx);
  const [locked] = await tx.sql<{ revision: number }>(
    'select revision from product where business_id = ? and id = ? for update',
    [tx.businessId, change.productId],
  );
  if (!locked) throw new BusinessError('product_not_found', { productId: change.productId });
  if (locked.revision !== change.revision)
    throw new BusinessError('product_changed', { productId: change.productId, revision: locked.revision });
  const product = await tx.em.findOneOrFail(Product, { id: change.productId, businessId: tx.businessId });
  if (change.name) product.name = change.name;
  if (change.description) product.description = change.description;
  if (change.hidden !== undefined) product.hidden = change.hidden;
  if (change.categoryId) product.categoryId = change.categoryId;
  product.revision = locked.revision + 1;
  for (const part of change.variants ?? []) {
    const variant = await tx.em.findOne(Variant, {
      id: part.variantId,
      productId: product.id,
      businessId: tx.businessId,
    });
    if (!variant) throw new BusinessError('variant_not_found', { variantId: part.variantId });
    if (part.priceMinor !== undefined && (!Number.isSafeInteger(part.priceMinor) || part.priceMinor <= 0)) {
      throw new BusinessError('price_invalid', { priceMinor: part.priceMinor });
    }
    if (part.name) variant.name = part.name;
    if (part.priceMinor !== undefined) variant.priceMinor = part.priceMinor;
    if (part.hidden !== undefined) variant.hidden = part.hidden;
  }
  tx.ring(`live:${tx.businessId}:products`);
  return { revision: product.revision };
}

/** Puts a picture on a product. @throws BusinessError `photo_invalid`, `photo_too_large`, `product_not_found`. */
export async function setProductPhoto(
  tx: Tx,
  input: { productId: string; bytes: Buffer; mime: string },
): Promise<{ photoId: string }> {
  refuseMasters(tx);
  const photoId = await storePhoto(tx, input);
  const [changed] = await tx.sql(
    'update product set photo_id = ?, revision = revision + 1 where business_id = ? and id = ? returning id',
    [photoId, tx.businessId, input.productId],
  );
  if (!changed) throw new BusinessError('product_not_found', { productId: input.productId });
  tx.ring(`live:${tx.businessId}:products`);
  return { photoId };
}

function refuseMasters(tx: Tx): void {
  if (tx.actor.kind !== 'user' || tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
}
