import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  IconArrowBackUp,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconShoppingCart,
  IconPackage,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken, type Product, type StockEntry } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';

const looks: Readonly<Record<StockEntry['kind'], { icon: Icon; tone: string }>> = {
  opening: { icon: IconPackage, tone: '' },
  hold: { icon: IconLock, tone: 'now' },
  release: { icon: IconLockOpen, tone: '' },
  sale: { icon: IconShoppingCart, tone: 'ok' },
  return: { icon: IconArrowBackUp, tone: '' },
  adjust: { icon: IconPencil, tone: 'acc' },
};

/** The shelf: what lies there, a correction with its reason, and the ledger behind the numbers. */
export function StockPart({ product }: { product: Product }) {
  const { t, pick, at } = useWords();
  const ledger = useQuery({
    queryKey: ['ledger', product.id],
    queryFn: () =>
      taken(api.GET('/api/products/{id}/ledger', { params: { path: { id: product.id }, query: { limit: 30 } } })),
  });
  return (
    <div className="col g16">
      <table className="tbl tight" style={{ fontSize: 13 }}>
        <thead>
          <tr>
            <th scope="col">{t('web.stock.variant')}</th>
            <th scope="col" className="num">
              {t('web.stock.on_hand')}
            </th>
            <th scope="col" className="num">
              {t('web.stock.reserved')}
            </th>
            <th scope="col" className="num">
              {t('web.stock.free')}
            </th>
          </tr>
        </thead>
        <tbody>
          {product.variants.map((variant) => (
            <tr key={variant.id}>
              <td>{pick(variant.name)}</td>
              <td className="num">{variant.onHand}</td>
              <td className="num">{variant.reserved}</td>
              <td className="num">
                <b>{variant.onHand - variant.reserved}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Adjust product={product} />
      <section>
        <h3 style={{ marginBottom: 10 }}>{t('web.stock.ledger')}</h3>
        {ledger.isPending ? (
          <Waiting rows={4} />
        ) : ledger.error ? (
          <Failure error={ledger.error} retry={() => void ledger.refetch()} />
        ) : (
          <ol className="tl">
            {ledger.data.entries.map((entry) => {
              const Sign = looks[entry.kind].icon;
              return (
                <li key={entry.id}>
                  <span className={`dot ${looks[entry.kind].tone}`}>
                    <Sign size={13} stroke={2} aria-hidden="true" />
                  </span>
                  <div className="row" style={{ alignItems: 'baseline' }}>
                    <span className="sp">
                      {t(`web.stock.kind_${entry.kind}`, {
                        variant: pick(entry.variant),
                        change: signed(
                          entry.kind === 'hold' || entry.kind === 'release'
                            ? Math.abs(entry.reservedChange)
                            : entry.kind === 'sale'
                              ? -entry.onHandChange
                              : entry.onHandChange,
                          entry.kind === 'adjust',
                        ),
                      })}
                      {entry.orderId && entry.orderNumber !== null && (
                        <>
                          {' '}
                          ·{' '}
                          <Link to={`/orders/${entry.orderId}`}>
                            {t('web.order.title', { number: entry.orderNumber })}
                          </Link>
                        </>
                      )}
                      {entry.reason && <span className="t2">: {entry.reason}</span>}
                      <span className="t3 xs" style={{ display: 'block' }}>
                        {t('web.stock.after', { onHand: entry.onHandAfter, reserved: entry.reservedAfter })}
                        {entry.by && ` · ${entry.by}`}
                      </span>
                    </span>
                    <time className="xs t3 nw" dateTime={entry.at}>
                      {at(entry.at)}
                    </time>
                  </div>
                </li>
              );
            })}
          </ol>
        )}
      </section>
    </div>
  );
}

const signed = (value: number, withSign: boolean) =>
  withSign && value > 0 ? `+${value}` : String(value).replace('-', '−');

function Adjust({ product }: { product: Product }) {
  const { t, pick } = useWords();
  const [variantId, setVariantId] = useState(product.variants[0]?.id ?? '');
  const [delta, setDelta] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const adjust = useAction(
    () =>
      taken(
        api.POST('/api/variants/{id}/adjust', {
          params: { path: { id: variantId } },
          body: { delta: Number(delta), reason },
        }),
      ),
    {
      touches: ['products', 'ledger'],
      done: t('web.saved'),
      onDone: () => {
        setDelta('');
        setReason('');
      },
    },
  );
  return (
    <form
      className="card col g12"
      style={{ padding: 14 }}
      onSubmit={(event) => {
        event.preventDefault();
        adjust.mutate(undefined);
      }}
    >
      <h3>{t('web.stock.adjust')}</h3>
      {product.variants.length > 1 && (
        <Select
          aria-label={t('web.stock.variant')}
          allowDeselect={false}
          value={variantId}
          onChange={(value) => setVariantId(value ?? variantId)}
          data={product.variants.map((one) => ({ value: one.id, label: pick(one.name) }))}
        />
      )}
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <NumberInput
          label={t('web.stock.delta')}
          placeholder="+5, -2"
          w={120}
          allowDecimal={false}
          min={-100_000}
          max={100_000}
          required
          withAsterisk={false}
          value={delta}
          onChange={setDelta}
        />
        <TextInput
          label={t('web.stock.reason')}
          placeholder={t('web.stock.reason_hint')}
          style={{ flex: 1 }}
          required
          withAsterisk={false}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div>
        <Button
          type="submit"
          variant="default"
          disabled={!Number(delta) || reason.trim() === ''}
          loading={adjust.isPending}
        >
          {t('web.stock.write')}
        </Button>
      </div>
    </form>
  );
}
