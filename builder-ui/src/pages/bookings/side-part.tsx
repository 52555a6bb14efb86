import { BookingPanel } from './booking/booking-panel.tsx';
import { piecesOf } from './calendar/pieces.ts';
import type { Wall } from './calendar/wall.ts';
import { DayOffPanel } from './day-off/day-off-panel.tsx';
import { NewBooking } from './new/new-booking.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import { SessionPanel } from './session-panel.tsx';
import { useServices, type AskedCalendar } from './use-calendar.ts';
import type { useMove } from './use-move.ts';
import type { Panels } from './use-panel.ts';
import type { Sight } from './use-view.ts';

/** What is opened beside the calendar: one thing at a time. */
export function SidePart({
  sight,
  calendar,
  now,
  panels,
  move,
  onOpen,
}: {
  sight: Sight;
  calendar: AskedCalendar;
  now: Wall;
  panels: Panels;
  move: ReturnType<typeof useMove>;
  onOpen: (bookingId: string | null) => void;
}) {
  const services = useServices().data?.services;
  const { panel, close } = panels;
  const placeId = sight.placeId ?? calendar.places[0]?.placeId ?? null;
  const nameOf = (staffId: string | undefined): string =>
    calendar.staff.find((one) => one.staffId === staffId)?.name ?? '';
  switch (panel?.kind) {
    case 'new':
      return (
        <NewBooking
          key={panel.key}
          what={panel.what}
          begin={panel.begin}
          calendar={calendar}
          placeId={placeId}
          today={now.day}
          nowMinute={now.minute}
          onClose={close}
        />
      );
    case 'refused': {
      const { refused } = panel;
      const position = refused.move.body.staff?.[0]?.position ?? refused.move.body.duration?.position ?? 0;
      const item = refused.move.shown.items.find((one) => one.position === position) ?? refused.move.shown.items[0];
      return (
        <RefusedPanel
          key={`${refused.move.booking.bookingId} ${refused.move.shown.startsAt}`}
          refused={refused}
          zone={calendar.zone}
          staffName={item?.staffName ?? nameOf(item?.staffId)}
          onMove={(next) => {
            close();
            move.mutate(next);
          }}
          onOther={() => panels.open(refused.move.booking.bookingId)}
          onClose={close}
        />
      );
    }
    case 'session': {
      const piece = piecesOf(calendar.bookings, calendar.asked.day, calendar.zone).find(({ key }) => key === panel.key);
      if (!piece) return null;
      return (
        <SessionPanel
          piece={piece}
          seats={services?.find(({ serviceId }) => serviceId === piece.item.serviceId)?.capacity}
          onOpen={panels.open}
          onNew={() => {
            const { staffId, serviceId } = piece.item;
            panels.book({ day: calendar.asked.day, from: piece.from, staffId, serviceId });
          }}
          onClose={close}
        />
      );
    }
    case 'day-off':
      return (
        <DayOffPanel staffId={panel.staffId} name={panel.name} day={panel.day} zone={calendar.zone} onClose={close} />
      );
    default:
      return sight.bookingId ? (
        <BookingPanel key={sight.bookingId} bookingId={sight.bookingId} onClose={() => onOpen(null)} />
      ) : null;
  }
}
