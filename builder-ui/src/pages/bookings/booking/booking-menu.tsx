import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarEvent, IconDots } from '@tabler/icons-react';
import type { BookingCard } from '../../../api.ts';
import { useNow } from '../../../components/use-now.ts';
import { usePhone } from '../../../shell/use-phone.ts';
import { useWords } from '../../../words.tsx';
import { iconOf, keyOf, openNow } from './action-looks.ts';
import type { BookingActionsOf } from './use-booking-actions.tsx';

/** Everything that can be done now, cancelling last. */
export function BookingMenu({
  booking,
  actions,
  onMove,
}: {
  booking: BookingCard;
  actions: BookingActionsOf;
  onMove: () => void;
}) {
  const { t } = useWords();
  const phone = usePhone();
  const open = openNow(booking, useNow(30_000));
  if (open.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={phone ? 44 : 32} aria-label={t('web.bookings.more')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {open
          .filter(({ direction }) => direction !== 'cancel')
          .map((next) => {
            const Sign = iconOf(next);
            return (
              <Menu.Item
                key={next.to}
                leftSection={<Sign size={16} aria-hidden="true" />}
                onClick={() => actions.press(next)}
              >
                {t(keyOf(next))}
              </Menu.Item>
            );
          })}
        {booking.mayMove && (
          <Menu.Item leftSection={<IconCalendarEvent size={16} aria-hidden="true" />} onClick={onMove}>
            {t('web.bookings.move')}
          </Menu.Item>
        )}
        {open
          .filter(({ direction }) => direction === 'cancel')
          .map((next) => {
            const Sign = iconOf(next);
            return (
              <Menu.Item
                key="cancel"
                color="red"
                leftSection={<Sign size={16} aria-hidden="true" />}
                onClick={() => actions.press(next)}
              >
                {t('web.bookings.cancel')}
              </Menu.Item>
            );
          })}
      </Menu.Dropdown>
    </Menu>
  );
}
