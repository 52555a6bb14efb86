import {
  IconCalendarEvent,
  IconCalendarPlus,
  IconChecks,
  IconCircleCheck,
  IconCircleX,
  IconDoorEnter,
  IconMessage2,
  IconThumbUp,
  IconUserX,
  type Icon,
} from '@tabler/icons-react';
import type { BookingCard } from '../../../api.ts';
import { useWords, type Words } from '../../../words.tsx';
import { wallOf } from '../calendar/wall.ts';
import { usePlaceTime } from '../words.ts';

type Item = BookingCard['story'][number];
const looks: Readonly<Record<string, { icon: Icon; tone?: string }>> = {
  'booking.made': { icon: IconCalendarPlus },
  'booking.confirmed': { icon: IconCircleCheck, tone: 'ok' },
  'booking.answered': { icon: IconThumbUp, tone: 'ok' },
  'booking.moved': { icon: IconCalendarEvent },
  'booking.cancelled': { icon: IconCircleX, tone: 'bad' },
  'booking.arrived': { icon: IconDoorEnter },
  'booking.done': { icon: IconChecks, tone: 'ok' },
  'booking.no_show': { icon: IconUserX, tone: 'bad' },
};

/** What happened to a visit, newest first, each line a plain fact with its time. */
export function BookingStory({ booking }: { booking: BookingCard }) {
  const words = useWords();
  const place = usePlaceTime(booking.timeZone);
  const today = wallOf(Date.now(), booking.timeZone).day;
  return (
    <ol className="tl">
      {booking.story.map((item) => {
        const failed = item.code === 'message.failed';
        const { icon: Sign, tone } = looks[item.code] ?? { icon: IconMessage2, tone: failed ? 'bad' : '' };
        const isToday = wallOf(item.at, booking.timeZone).day === today;
        return (
          <li key={item.id}>
            <span className={`dot ${tone ?? ''}`}>
              <Sign size={13} stroke={2} aria-hidden="true" />
            </span>
            <div className="row" style={{ alignItems: 'baseline' }}>
              <span className="sp">
                {sentence(words, place, item, booking)}
                {item.by && <span className="t3"> · {item.by}</span>}
              </span>
              <time className="xs t3 nw" dateTime={item.at}>
                {isToday ? place.time(item.at) : place.at(item.at)}
              </time>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function sentence(
  { t, maybe, money }: Words,
  place: ReturnType<typeof usePlaceTime>,
  item: Item,
  booking: BookingCard,
): string {
  const text = (name: string) => String(item.facts[name] ?? '');
  const by = ['client', 'staff', 'rule'].includes(text('by')) ? text('by') : 'staff';
  switch (item.code) {
    case 'booking.made':
      return t(`web.bookings.story_made_${booking.source}`, { when: place.at(text('startsAt')) });
    case 'booking.confirmed':
      return maybe(`web.bookings.story_confirmed_${by}`);
    case 'booking.answered':
      return t('web.bookings.story_answered');
    case 'booking.moved':
      return maybe(`web.bookings.story_moved_${by}`, { from: place.at(text('from')), to: place.at(text('startsAt')) });
    case 'booking.cancelled': {
      const said = maybe(`web.bookings.cancelled_by_${by}`);
      return text('reason') ? `${said}: ${text('reason')}` : said;
    }
    case 'booking.done':
      return t('web.bookings.story_done', {
        price: money(Number(item.facts['finalMinor'] ?? booking.priceMinor), booking.currency),
      });
    default: {
      // A message begins with its first line, as it was written for Telegram.
      const line = text('text').replaceAll(/<[^>]*>/g, '');
      return maybe(
        `web.story.${item.code.replace('.', '_')}`,
        { text: line },
        maybe(`web.bookings.story_${item.code.replace('booking.', '')}`, {}, line || item.code),
      );
    }
  }
}
