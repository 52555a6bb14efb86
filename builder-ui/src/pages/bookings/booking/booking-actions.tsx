import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { BookingCard } from '../../../api.ts';
import { useNow } from '../../../components/use-now.ts';
import { useWords } from '../../../words.tsx';
import { iconOf, keyOf, mainOf } from './action-looks.ts';
import type { BookingActionsOf } from './use-booking-actions.tsx';

/** The foot of the card: the next step, moving, and "did not come" once that can be said. */
export function BookingActions({
  booking,
  actions,
  onMove,
}: {
  booking: BookingCard;
  actions: BookingActionsOf;
  onMove: () => void;
}) {
  const { t } = useWords();
  const now = useNow(30_000);
  const { main, aside } = mainOf(booking, now);
  const back = booking.next.find(({ direction }) => direction === 'back');
  const only = main ?? back;
  if (!only && !booking.mayMove)
    return (
      <p className="s t3">{t(booking.state === 'cancelled' ? 'web.bookings.is_final' : 'web.bookings.not_yours')}</p>
    );
  const Sign = only && iconOf(only);
  return (
    <div className="row">
      {only && Sign && (
        <Button
          h={44}
          className="sp"
          variant={main ? 'filled' : 'default'}
          leftSection={<Sign size={18} aria-hidden="true" />}
          loading={actions.busy}
          onClick={() => actions.press(only)}
        >
          {t(keyOf(only))}
        </Button>
      )}
      {booking.mayMove && (
        <Button
          h={44}
          className={only ? undefined : 'sp'}
          variant="default"
          leftSection={<IconCalendarEvent size={18} aria-hidden="true" />}
          onClick={onMove}
        >
          {t('web.bookings.move')}
        </Button>
      )}
      {aside && (
        <Tooltip label={t(keyOf(aside))}>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t(keyOf(aside))}
            loading={actions.busy}
            onClick={() => actions.press(aside)}
          >
            {(() => {
              const Aside = iconOf(aside);
              return <Aside size={18} />;
            })()}
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
