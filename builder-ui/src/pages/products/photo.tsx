import { IconBottle } from '@tabler/icons-react';
import type { Product } from '../../api.ts';

export function Photo({ product, size }: { product: Product; size: number }) {
  const style = { width: size, height: size, borderRadius: 8, objectFit: 'cover' as const, flex: 'none' };
  if (product.photoId) return <img src={`/api/photos/${product.photoId}`} alt="" style={style} loading="lazy" />;
  return (
    <span className="tile" style={style}>
      <IconBottle size={size / 2} aria-hidden="true" />
    </span>
  );
}
