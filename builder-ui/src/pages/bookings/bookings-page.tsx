import { useMemo, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useNow } from '../../components/use-now.ts';
import { useMe } from '../../shell/use-me.ts';
import { usePhone } from '../../shell/use-phone.ts';
import { BlockDialog } from './block-dialog.tsx';
import './bookings.css';
import { GridSkeleton } from './calendar/grid-skeleton.tsx';
import { wallOf } from './calendar/wall.ts';
import { DayView } from './day-view.tsx';
import { BookingListView } from './list/booking-list.tsx';
import { MonthPart } from './month-part.tsx';
import { PhoneDay } from './phone-day.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { SetUpFirst } from './set-up-first.tsx';
import { SidePart } from './side-part.tsx';
import { Toolbar } from './toolbar.tsx';
import { useCalendar, useOwnPlace, useServices, type Stretch } from './use-calendar.ts';
import { useLinkedDay } from './use-linked-day.ts';
import { useMove } from './use-move.ts';
import { usePanel } from './use-panel.ts';
import { useView } from './use-view.ts';

/** The day of a salon: who comes when to whom, and everything that one does about it. */
export function BookingsPage() {
  const me = useMe().data;
  const phone = usePhone();
  const { sight: asked, show, open } = useView();
  const own = useOwnPlace(me);
  const sight = useMemo(() => (own.placeId ? { ...asked, placeId: own.placeId } : asked), [asked, own.placeId]);
  const panels = usePanel(open);
  const [blockId, setBlock] = useState<string | null>(null);
  const minute = Math.floor(useNow(15_000) / 60_000);
  const list = sight.view === 'list';
  const stretch: Stretch = phone ? 'week' : list || sight.view === 'day' ? 'day' : (sight.view as Stretch);
  const [zone, setZone] = useState<string>();
  const now = useWallNow(minute, zone ?? me?.business.timeZone ?? 'UTC');
  const day = sight.day ?? now.day;
  const linking = useLinkedDay(asked, show);
  const query = useCalendar(stretch, day, sight.placeId, !own.pending && !linking);
  const services = useServices();
  const calendar = query.data;
  if (calendar && calendar.places.length > 0 && calendar.zone !== zone) setZone(calendar.zone);
  const move = useMove(calendar?.zone ?? 'UTC', (refused) => panels.show({ kind: 'refused', refused }));
  if (!me) return <Waiting />;
  const personId = personOf(sight.person, calendar?.staff ?? [], sight.view);
  const ready = calendar !== undefined && services.data !== undefined;
  const nothing = ready && (calendar.staff.length === 0 || services.data.services.length === 0);
  const fits = calendar?.asked.stretch === stretch;
  const block = calendar?.blocks.find((one) => one.blockId === blockId);
  const shared = { sight, day, today: now.day, calendar, personId, ownPlace: own.placeId !== undefined, onShow: show };
  const book = () => panels.book({ day: day < now.day ? now.day : day });
  return (
    <div className="page bookings" data-side={panels.panel !== null || sight.bookingId ? true : undefined}>
      <div className="bookings-main">
        {phone ? <PhoneBar {...shared} onNew={book} /> : <Toolbar {...shared} onNew={book} />}
        {query.error && !calendar ? (
          <Failure error={query.error} retry={() => void query.refetch()} />
        ) : services.error && !services.data ? (
          <Failure error={services.error} retry={() => void services.refetch()} />
        ) : nothing ? (
          <SetUpFirst me={me} />
        ) : list ? (
          <BookingListView staff={calendar?.staff ?? []} openId={sight.bookingId} onOpen={panels.open} onNew={book} />
        ) : !ready || !fits || linking ? (
          <GridSkeleton columns={calendar?.staff.length} />
        ) : phone ? (
          <PhoneDay {...shared} calendar={calendar} now={now} panels={panels} onBlock={setBlock} />
        ) : stretch === 'month' ? (
          <MonthPart {...shared} calendar={calendar} now={now} move={move} panels={panels} />
        ) : (
          <div className="bookings-fill" data-stale={query.isPlaceholderData || undefined}>
            <DayView {...shared} calendar={calendar} now={now} me={me} move={move} panels={panels} onBlock={setBlock} />
          </div>
        )}
      </div>
      {calendar && <SidePart sight={sight} calendar={calendar} now={now} panels={panels} move={move} onOpen={open} />}
      {block && calendar && (
        <BlockDialog
          block={block}
          zone={calendar.zone}
          whose={
            [...calendar.staff, ...calendar.resources].find(
              (one) => ('staffId' in one ? one.staffId : one.resourceId) === block.resourceId,
            )?.name ?? ''
          }
          onClose={() => setBlock(null)}
        />
      )}
    </div>
  );
}

/** What the wall of the place shows, the same object for a whole minute. */
function useWallNow(minute: number, zone: string) {
  const [kept, keep] = useState(() => ({ minute, zone, wall: wallOf(minute * 60_000, zone) }));
  if (kept.minute === minute && kept.zone === zone) return kept.wall;
  const wall = wallOf(minute * 60_000, zone);
  keep({ minute, zone, wall });
  return wall;
}

/** Of a week with many people the first one's is shown: everybody's at once is more than one can read. */
function personOf(asked: string | undefined, staff: readonly { staffId: string }[], view: string): string | null {
  if (asked === 'all') return null;
  if (asked && staff.some(({ staffId }) => staffId === asked)) return asked;
  return view === 'week' && staff.length > 2 ? (staff[0]?.staffId ?? null) : null;
}
