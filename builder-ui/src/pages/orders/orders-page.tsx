import { Button, Select } from '@mantine/core';
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { IconCalendar, IconShoppingBag } from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api, taken } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { FilterRow } from '../../components/filter-row.tsx';
import { LiveMark } from '../../components/live-mark.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { OrderCards } from './order-cards.tsx';
import { OrderPanel } from './order-panel.tsx';
import { OrderTable } from './order-table.tsx';
import { OrderViews, type View } from './order-views.tsx';

const periods = ['today', '7', '30', 'all'] as const;
type Period = (typeof periods)[number];

export function OrdersPage() {
  const { t } = useWords();
  const me = useMe().data;
  const phone = useMediaQuery('(max-width: 767px)') ?? false;
  const { orderId } = useParams();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const view = (params.get('view') ?? 'all') as View;
  const search = params.get('search') ?? '';
  const period = (params.get('period') ?? 'all') as Period;
  const change = (name: string, value: string, usual: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === usual) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const list = useInfiniteQuery({
    queryKey: ['orders', view, search, period],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      taken(
        api.GET('/api/orders', {
          params: {
            query: {
              view,
              limit: 50,
              ...(search ? { search } : {}),
              ...since(period),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const orders = list.data?.pages.flatMap((page) => page.orders) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const open = (id: string | null) =>
    void navigate(
      { pathname: id ? `/orders/${id}` : '/orders', search: params.toString() },
      { replace: orderId !== undefined && id !== null },
    );
  const place = orders.findIndex((order) => order.id === orderId);

  return (
    <div className="page">
      <header className="bar wrap">
        <h1>{t('web.nav.orders')}</h1>
        <LiveMark />
        <span className="sp" />
        <SearchField
          value={search}
          onChange={(value) => change('search', value, '')}
          label={t('web.orders.search')}
          width={phone ? '100%' : 240}
        />
      </header>
      <FilterRow>
        <OrderViews view={view} counts={counts} onChange={(value) => change('view', value, 'all')} />
        <span className="vr" style={{ margin: '0 4px' }} />
        <Select
          aria-label={t('web.orders.period')}
          size="xs"
          radius="xl"
          w={150}
          style={{ flex: 'none' }}
          leftSection={<IconCalendar size={16} aria-hidden="true" />}
          allowDeselect={false}
          value={period}
          onChange={(value) => change('period', value ?? 'all', 'all')}
          data={periods.map((value) => ({ value, label: t(`web.orders.period_${value}`) }))}
        />
      </FilterRow>
      {list.isPending ? (
        <Waiting />
      ) : list.error ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : orders.length === 0 ? (
        counts?.all === 0 && !search && period === 'all' ? (
          <Empty icon={IconShoppingBag} text={t('web.orders.empty')}>
            {me?.business.bot && (
              <Button
                variant="default"
                onClick={() => void navigator.clipboard.writeText(`https://t.me/${me.business.bot?.username}`)}
              >
                {t('web.orders.copy_link')}
              </Button>
            )}
            {me?.simulator && (
              <Button variant="subtle" onClick={() => void navigate('/phone')}>
                {t('web.orders.open_phone')}
              </Button>
            )}
          </Empty>
        ) : (
          <Empty icon={IconShoppingBag} text={t('web.orders.nothing')}>
            <Button variant="default" onClick={() => setParams({})}>
              {t('web.orders.show_all')}
            </Button>
          </Empty>
        )
      ) : phone ? (
        <OrderCards
          orders={orders}
          onOpen={open}
          more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        />
      ) : (
        <OrderTable
          orders={orders}
          openId={orderId}
          onOpen={open}
          query={params.toString()}
          more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        />
      )}
      {orderId && (
        <OrderPanel
          key={orderId}
          orderId={orderId}
          onClose={() => open(null)}
          previous={place > 0 ? () => open(orders[place - 1]?.id ?? null) : undefined}
          next={place >= 0 && place < orders.length - 1 ? () => open(orders[place + 1]?.id ?? null) : undefined}
        />
      )}
    </div>
  );
}

/** Begins at a midnight of the reader's, so that the question stays the same all day. */
function since(period: Period): { from?: string } {
  if (period === 'all') return {};
  const from = new Date();
  from.setHours(0, 0, 0, 0);
  if (period !== 'today') from.setDate(from.getDate() - Number(period) + 1);
  return { from: from.toISOString() };
}
