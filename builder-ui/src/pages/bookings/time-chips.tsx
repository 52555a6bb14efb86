import { Button, Skeleton } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FreeTimes } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { useWords } from '../../words.tsx';
import { nearestSlots } from './new/draft.ts';
import { usePlaceTime } from './words.ts';

const FEW = 9;

/** The free times of a day as buttons; on a day without any the next one that has some. */
export function TimeChips({
  times,
  pending,
  error,
  day,
  wantedMs,
  moment,
  onChoose,
  onDay,
}: {
  times: FreeTimes | undefined;
  pending: boolean;
  error: unknown;
  day: string;
  wantedMs: number | undefined;
  moment: string | null;
  onChoose: (moment: string) => void;
  onDay: (day: string, moment: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const [all, showAll] = useState(false);
  const place = usePlaceTime(times?.zone ?? 'UTC');
  if (error) return <p className="s t2">{errorWords(words, error)}</p>;
  if (pending || !times)
    return (
      <div className="times" aria-busy="true">
        {Array.from({ length: 6 }, (_, at) => (
          <Skeleton key={at} h={36} radius="sm" />
        ))}
      </div>
    );
  const slots = times.days.find((one) => one.day === day)?.slots ?? [];
  const next = times.days.find((one) => one.slots.length > 0);
  if (slots.length === 0)
    return next?.slots[0] ? (
      <div className="col g8">
        <p className="s t2">{t('web.bookings.no_times')}</p>
        <Button
          variant="default"
          className="touch"
          leftSection={<IconCalendarPlus size={18} aria-hidden="true" />}
          onClick={() => onDay(next.day, next.slots[0]!.startsAt)}
        >
          {t('web.bookings.next_times', { when: place.at(next.slots[0].startsAt) })}
        </Button>
      </div>
    ) : (
      <p className="s t2">{t('web.bookings.no_times_at_all')}</p>
    );
  const shown = all ? slots : nearestSlots(slots, wantedMs, FEW);
  return (
    <div className="times" role="group" aria-label={t('web.bookings.free_times')}>
      {shown.map((slot) => (
        <button
          key={slot.startsAt}
          type="button"
          className="fchip"
          aria-pressed={slot.startsAt === moment}
          onClick={() => onChoose(slot.startsAt)}
        >
          {place.time(slot.startsAt)}
        </button>
      ))}
      {shown.length < slots.length && (
        <button type="button" className="fchip dashed" onClick={() => showAll(true)}>
          {t('web.bookings.all_times', { count: slots.length })}
        </button>
      )}
    </div>
  );
}
