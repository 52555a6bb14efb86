import { useQuery } from '@tanstack/react-query';
import { IconEyeOff, IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, taken, type Product } from '../../api.ts';
import { Badge } from '../../components/badges.tsx';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { LiveMark } from '../../components/live-mark.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { Photo } from './photo.tsx';
import { ProductPanel } from './product-panel.tsx';

export function ProductsPage() {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const { productId } = useParams();
  const [search, setSearch] = useState('');
  const query = useQuery({ queryKey: ['products'], queryFn: () => taken(api.GET('/api/products')) });
  const wanted = search.trim().toLowerCase();
  const categories = (query.data?.categories ?? [])
    .map((category) => ({
      ...category,
      products: category.products.filter(
        (one) => !wanted || `${one.name.ru} ${one.name.en}`.toLowerCase().includes(wanted),
      ),
    }))
    .filter((category) => category.products.length > 0);
  const open = query.data?.categories.flatMap((category) => category.products).find((one) => one.id === productId);
  return (
    <div className="page">
      <header className="bar wrap">
        <h1>{t('web.nav.products')}</h1>
        <LiveMark />
        <span className="sp" />
        <SearchField value={search} onChange={setSearch} label={t('web.products.search')} />
      </header>
      {query.isPending ? (
        <Waiting />
      ) : query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : categories.length === 0 ? (
        <Empty icon={IconPackage} text={t(wanted ? 'web.products.nothing' : 'web.products.empty')} />
      ) : (
        <div
          className="scroll"
          style={{
            borderTop: 0,
            background: 'var(--bg)',
            padding: 20,
            display: 'flex',
            flexDirection: 'column',
            gap: 20,
          }}
          tabIndex={0}
          role="region"
          aria-label={t('web.nav.products')}
        >
          {categories.map((category) => (
            <section key={category.id} aria-labelledby={`category-${category.id}`}>
              <h2 id={`category-${category.id}`} style={{ marginBottom: 8 }}>
                {pick(category.name)}
              </h2>
              <div className="card" style={{ overflow: 'hidden' }}>
                {category.products.map((product) => (
                  <ProductRow key={product.id} product={product} open={product.id === productId} />
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
      {open && <ProductPanel key={open.id} product={open} onClose={() => void navigate('/products')} />}
    </div>
  );
}

function ProductRow({ product, open }: { product: Product; open: boolean }) {
  const { t, pick, money } = useWords();
  const low = useMe().data?.business.settings.lowStock ?? 5;
  const prices = product.variants.map((variant) => variant.priceMinor);
  const least = Math.min(...prices);
  return (
    <Link
      to={`/products/${product.id}`}
      className="row g12"
      style={{
        padding: '10px 14px',
        borderBottom: '1px solid var(--line)',
        color: 'var(--text)',
        textDecoration: 'none',
        background: open ? 'var(--accent-soft)' : undefined,
      }}
    >
      <Photo product={product} size={48} />
      <div className="sp">
        <div className="row wrap">
          <span style={{ fontWeight: 500 }}>{pick(product.name)}</span>
          {product.hidden && <Badge icon={IconEyeOff} tone="line" word={t('web.products.hidden')} small />}
        </div>
        <div className="row wrap s t3" style={{ gap: '2px 12px' }}>
          {product.variants.map((variant) => {
            const free = variant.onHand - variant.reserved;
            const tone = free === 0 ? 'var(--bad)' : free <= low ? 'var(--wait)' : undefined;
            return (
              <span key={variant.id} className="nw">
                {pick(variant.name)}:{' '}
                <span style={{ color: tone, fontWeight: tone ? 500 : undefined }}>
                  {free === 0 ? t('web.products.sold_out') : t('web.products.left', { count: free })}
                </span>
                {variant.reserved > 0 && ` (${t('web.products.reserved', { count: variant.reserved })})`}
              </span>
            );
          })}
        </div>
      </div>
      <span className="nw">
        {prices.length > 1 && Math.max(...prices) !== least
          ? t('web.products.from', { price: money(least) })
          : prices.length > 0
            ? money(least)
            : ''}
      </span>
    </Link>
  );
}
