import { ActionIcon, Menu } from '@mantine/core';
import { IconArmchair, IconBeach, IconCalendarWeek, IconDots, IconLamp, IconLock, IconPlus } from '@tabler/icons-react';
import type { Calendar } from '../../../api.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { useWords } from '../../../words.tsx';
import { weekdayShort } from '../date-words.ts';
import type { Column } from './columns.ts';

export const percent = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.round((part / whole) * 100));

/** How full a column is: the share of working time that is booked. */
function Load({ column, name }: { column: Column; name: string }) {
  const { t } = useWords();
  const full = percent(column.booked, column.working);
  if (column.working === 0)
    return (
      <span className="xs t3">{t(column.pieces.length > 0 ? 'web.bookings.works_extra' : 'web.bookings.day_off')}</span>
    );
  return (
    <span
      className="ld"
      role="meter"
      aria-label={t('web.bookings.load_of', { name })}
      aria-valuenow={full}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${Math.min(full, 100)}%` }} />
    </span>
  );
}

export function PersonHead({
  person,
  column,
  trade,
  mayCallOff,
  onNew,
  onBlock,
  onCallOff,
  onWeek,
}: {
  person: Calendar['staff'][number];
  column: Column;
  /** What they mostly give, in a word. */
  trade: string | undefined;
  mayCallOff: boolean;
  onNew: () => void;
  onBlock: () => void;
  onCallOff: () => void;
  onWeek: () => void;
}) {
  const { t } = useWords();
  return (
    <div className="row g6">
      {person.photoId ? (
        <img className="av" src={`/api/photos/${person.photoId}`} alt="" width={32} height={32} />
      ) : (
        <Avatar name={person.name} />
      )}
      <div className="sp">
        <div className="cut">
          <b data-head={column.id}>{person.name}</b> {trade && <span className="s t3">{trade}</span>}
        </div>
        <Load column={column} name={person.name} />
      </div>
      {column.working > 0 && (
        <span className="xs t3">{t('web.bookings.percent', { value: percent(column.booked, column.working) })}</span>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('web.bookings.menu_of', { name: person.name })}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={onNew}>
            {t('web.bookings.book')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLock size={16} aria-hidden="true" />} onClick={onBlock}>
            {t('web.bookings.block')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarWeek size={16} aria-hidden="true" />} onClick={onWeek}>
            {t('web.bookings.week_of')}
          </Menu.Item>
          {mayCallOff && (
            <>
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<IconBeach size={16} aria-hidden="true" />} onClick={onCallOff}>
                {t('web.bookings.call_off')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

export function RoomHead({ room, column }: { room: Calendar['resources'][number]; column: Column }) {
  const { t } = useWords();
  const Sign = room.kind === 'room' ? IconArmchair : IconLamp;
  return (
    <div className="row g6">
      <span className="tile">
        <Sign size={18} aria-hidden="true" />
      </span>
      <div className="sp">
        <b className="cut blk" data-head={column.id}>
          {room.name}
        </b>
        <Load column={column} name={room.name} />
      </div>
      {column.working > 0 && (
        <span className="xs t3">{t('web.bookings.percent', { value: percent(column.booked, column.working) })}</span>
      )}
    </div>
  );
}

export function DayHead({ column, today, onOpen }: { column: Column; today: string; onOpen: () => void }) {
  const { t, language, day } = useWords();
  const isToday = column.day === today;
  const visits = new Set(column.pieces.flatMap(({ bookings }) => bookings.map(({ bookingId }) => bookingId))).size;
  return (
    <button
      type="button"
      className="plain day-head"
      onClick={onOpen}
      title={t('web.bookings.open_day', { day: day(column.day) })}
    >
      <span className={`s ${isToday ? '' : 't3'}`}>{weekdayShort(language, column.day)}</span>{' '}
      <b data-head={column.id}>{Number(column.day.slice(8))}</b>
      <span className="xs t3 sp" style={{ textAlign: 'right' }}>
        {visits > 0 && t('web.bookings.count', { count: visits })}
        {visits === 0 && column.working === 0 && t('web.bookings.day_off')}
      </span>
    </button>
  );
}
