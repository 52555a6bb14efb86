import { Button, Select } from '@mantine/core';
import { IconCalendarEvent, IconChevronLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookingCard } from '../../../api.ts';
import { SidePanel } from '../../../components/side-panel.tsx';
import { floating } from '../../../forms/parsed-input.tsx';
import { useWords } from '../../../words.tsx';
import { clock, minutesOf, momentOf, wallOf } from '../calendar/wall.ts';
import { moveVisit } from '../calendar/moves.ts';
import { RefusedTime } from '../new/refused-time.tsx';
import { useServices } from '../use-calendar.ts';
import { useMove } from '../use-move.ts';
import { WhenField, useWhenProblem, type When } from '../when-field.tsx';
import { servicesOf, usePlaceTime } from '../words.ts';

/** Another time or person for a visit: the keyboard's and the phone's way to what dragging does. */
export function MoveForm({
  booking,
  onBack,
  onClose,
}: {
  booking: BookingCard;
  onBack: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const zone = booking.timeZone;
  const place = usePlaceTime(zone);
  const services = useServices().data?.services;
  const [when, setWhen] = useState<When>(() => {
    const wall = wallOf(booking.startsAt, zone);
    return { day: wall.day, time: clock(wall.minute), moment: booking.startsAt };
  });
  const [staff, setStaff] = useState<Readonly<Record<number, string>>>({});
  const [refused, setRefused] = useState<unknown>(null);
  const problem = useWhenProblem(zone)(when);
  const move = useMove(zone, ({ error }) => setRefused(error));
  const items = booking.items.map((item) => ({
    ...item,
    staffId: staff[item.position] ?? item.staffId,
    givers: services?.find(({ serviceId }) => serviceId === item.serviceId)?.givers ?? [],
  }));
  const moment = when.moment ?? momentOf({ day: when.day, minute: minutesOf(when.time) ?? 0 }, zone).toISOString();
  const same =
    Date.parse(moment) === Date.parse(booking.startsAt) &&
    items.every((item, at) => item.staffId === booking.items[at]?.staffId);
  const submit = () => {
    setRefused(null);
    move.mutate(
      moveVisit(booking, {
        moment: new Date(moment),
        staff: items.map(({ position, staffId, givers, staffName }) => ({
          position,
          staffId,
          staffName: givers.find((one) => one.staffId === staffId)?.name ?? staffName,
        })),
      }),
      { onSuccess: onBack },
    );
  };
  return (
    <SidePanel
      label={t('web.bookings.move_title')}
      onClose={onClose}
      head={
        <>
          <button type="button" className="plain link row g4 s touch" onClick={onBack}>
            <IconChevronLeft size={16} aria-hidden="true" />
            {t('web.bookings.back_to_card')}
          </button>
          <h2 style={{ fontSize: 20, lineHeight: '28px' }}>{t('web.bookings.move_title')}</h2>
          <div className="s t3">
            {booking.contact.name}, {servicesOf(words, booking)}.{' '}
            {t('web.bookings.now_at', { when: place.at(booking.startsAt) })}
          </div>
        </>
      }
      foot={
        <Button
          fullWidth
          h={44}
          disabled={problem !== undefined || same}
          loading={move.isPending}
          leftSection={<IconCalendarEvent size={18} aria-hidden="true" />}
          onClick={submit}
        >
          {t('web.bookings.move_to', { when: place.at(moment) })}
        </Button>
      }
    >
      {items.map((item) => (
        <Select
          key={item.position}
          label={items.length > 1 ? words.pick(item.serviceName) : t('web.bookings.who')}
          comboboxProps={floating}
          allowDeselect={false}
          data={withOwn(item.givers, booking.items[item.position]).map((one) => ({
            value: one.staffId,
            label: one.name,
          }))}
          value={item.staffId}
          onChange={(staffId) => {
            if (staffId) setStaff({ ...staff, [item.position]: staffId });
          }}
        />
      ))}
      <div>
        <div className="s lbl">{t('web.bookings.when')}</div>
        <WhenField
          when={when}
          today={wallOf(Date.now(), zone).day}
          zone={zone}
          except={booking.bookingId}
          request={{
            items: items.map(({ serviceId, staffId, addons }) => ({
              serviceId,
              staffId,
              addonIds: addons.map(({ id }) => id),
            })),
            format: booking.format,
            placeId: null,
          }}
          error={problem}
          onChange={(next) => {
            setRefused(null);
            setWhen(next);
          }}
        />
      </div>
      {refused !== null && (
        <RefusedTime
          error={refused}
          zone={zone}
          onTake={(day, time, taken) => {
            setRefused(null);
            setWhen({ day, time, moment: taken });
          }}
        />
      )}
      <p className="s t3">{t(booking.client.hasChat ? 'web.bookings.move_told' : 'web.bookings.move_call')}</p>
    </SidePanel>
  );
}

/** Who gives it now stays to choose from, even when they no longer give it. */
function withOwn(
  givers: readonly { staffId: string; name: string }[],
  item: BookingCard['items'][number] | undefined,
): { staffId: string; name: string }[] {
  const own =
    item && !givers.some(({ staffId }) => staffId === item.staffId)
      ? [{ staffId: item.staffId, name: item.staffName }]
      : [];
  return [...own, ...givers];
}
