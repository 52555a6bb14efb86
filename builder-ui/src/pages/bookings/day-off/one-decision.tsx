import { IconAlertTriangle } from '@tabler/icons-react';
import { wallClockOf } from '#domain/time.ts';
import type { DayOffPlan } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { servicesOf, usePlaceTime } from '../words.ts';
import type { Choice } from './decisions.ts';

/** One booking of the day: where it goes, or that it is released, or stays. */
export function OneDecision({
  booking,
  day,
  zone,
  choice,
  clashing,
  onChange,
}: {
  booking: DayOffPlan['bookings'][number];
  day: string;
  zone: string;
  choice: Choice;
  clashing: boolean;
  onChange: (choice: Choice) => void;
}) {
  const words = useWords();
  const { t } = words;
  const place = usePlaceTime(zone);
  const when = (moment: string) =>
    wallClockOf(new Date(moment), zone).date === day ? place.time(moment) : place.at(moment);
  const options: { value: Choice; label: string }[] = [
    ...booking.near.map((near, at) => ({
      value: `move:${at}` as const,
      label: `${when(near.startsAt)}, ${near.staffName}`,
    })),
    { value: 'release', label: t('web.bookings.off_release') },
    { value: 'keep', label: t('web.bookings.off_keep') },
  ];
  return (
    <fieldset className="card decision">
      <legend className="visually-hidden">
        {booking.contact.name}, {place.time(booking.startsAt)}
      </legend>
      <div aria-hidden="true">
        <b>{booking.contact.name}</b>
        <div className="s t2">
          {place.span(booking.startsAt, booking.endsAt)}, {servicesOf(words, booking)}
        </div>
      </div>
      {booking.near.length === 0 && <p className="s t3">{t('web.bookings.off_nowhere')}</p>}
      <div className="row g6 wrap">
        {options.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className="fchip"
            aria-pressed={choice === value}
            onClick={() => onChange(value)}
          >
            {label}
          </button>
        ))}
      </div>
      {clashing && (
        <p className="s row g6 warn" role="alert">
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t('web.bookings.off_clash')}
        </p>
      )}
    </fieldset>
  );
}
