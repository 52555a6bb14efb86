import { Button } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { Calendar } from '../../../api.ts';
import { Empty } from '../../../components/empty.tsx';
import { Failure } from '../../../components/failure.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { usePhone } from '../../../shell/use-phone.ts';
import { useWords } from '../../../words.tsx';
import { BookingCards } from './booking-cards.tsx';
import { BookingTable } from './booking-table.tsx';
import { ListFilters } from './list-filters.tsx';
import { listViews, useBookingList, type Filters, type ListView } from './use-booking-list.ts';

const names = { list: 'list', staff: 'staff', service: 'service', search: 'search' } as const;

/** Every booking, by what one has to do with it. */
export function BookingListView({
  staff,
  openId,
  onOpen,
  onNew,
}: {
  staff: Calendar['staff'];
  openId: string | undefined;
  onOpen: (id: string) => void;
  onNew: () => void;
}) {
  const { t } = useWords();
  const phone = usePhone();
  const [params, setParams] = useSearchParams();
  const asked = params.get(names.list);
  const filters: Filters = {
    view: listViews.find((one) => one === asked) ?? 'ahead',
    search: params.get(names.search) ?? '',
    staffId: params.get(names.staff) ?? '',
    serviceId: params.get(names.service) ?? '',
  };
  const change = (name: keyof typeof names, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const list = useBookingList(filters);
  const bookings = list.data?.pages.flatMap((page) => page.bookings) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const narrowed = filters.search !== '' || filters.staffId !== '' || filters.serviceId !== '';
  const more = list.hasNextPage ? () => void list.fetchNextPage() : undefined;
  return (
    <>
      <div className="chips list-search">
        <SearchField
          value={filters.search}
          onChange={(value) => change('search', value)}
          label={t('web.bookings.search')}
          width={phone ? '100%' : 280}
        />
      </div>
      <ListFilters filters={filters} counts={counts} staff={staff} onChange={change} />
      {list.isPending ? (
        <Waiting />
      ) : list.error ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : bookings.length === 0 ? (
        <Empty icon={IconCalendar} text={t(narrowed ? 'web.bookings.nothing' : emptyKey(filters.view))}>
          {narrowed ? (
            <Button
              variant="default"
              onClick={() =>
                setParams((before) => new URLSearchParams({ view: 'list', list: before.get('list') ?? 'ahead' }))
              }
            >
              {t('web.bookings.show_all')}
            </Button>
          ) : (
            filters.view === 'ahead' && <Button onClick={onNew}>{t('web.bookings.book')}</Button>
          )}
        </Empty>
      ) : phone ? (
        <BookingCards bookings={bookings} onOpen={onOpen} more={more} busy={list.isFetchingNextPage} />
      ) : (
        <BookingTable
          bookings={bookings}
          openId={openId}
          query={params.toString()}
          onOpen={onOpen}
          more={more}
          busy={list.isFetchingNextPage}
        />
      )}
    </>
  );
}

const emptyKey = (view: ListView) => `web.bookings.empty_${view}` as const;
