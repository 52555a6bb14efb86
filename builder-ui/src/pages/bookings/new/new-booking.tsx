import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Calendar } from '../../../api.ts';
import { SidePanel } from '../../../components/side-panel.tsx';
import { useWords } from '../../../words.tsx';
import { BlockForm } from './block-form.tsx';
import { BookingForm } from './booking-form.tsx';
import type { Begin } from './draft.ts';

export type NewPanelProps = {
  begin: Begin;
  calendar: Calendar;
  placeId: string | null;
  today: string;
  nowMinute: number;
  onClose: () => void;
};

/** A booking by hand, or time that is taken for something else: both begin with a press on the calendar. */
export function NewBooking({ what, ...props }: NewPanelProps & { what: 'booking' | 'block' }) {
  const { t } = useWords();
  const [kind, setKind] = useState(what);
  return (
    <SidePanel
      label={t(kind === 'booking' ? 'web.bookings.new_title' : 'web.bookings.block_title')}
      onClose={props.onClose}
      head={
        <>
          <h2 style={{ fontSize: 20, lineHeight: '28px' }}>
            {t(kind === 'booking' ? 'web.bookings.new_title' : 'web.bookings.block_title')}
          </h2>
          <SegmentedControl
            mt={8}
            size="xs"
            fullWidth
            aria-label={t('web.bookings.what')}
            value={kind}
            onChange={(value) => setKind(value as typeof kind)}
            data={[
              { value: 'booking', label: t('web.bookings.what_booking') },
              { value: 'block', label: t('web.bookings.what_block') },
            ]}
          />
        </>
      }
    >
      {kind === 'booking' ? <BookingForm {...props} /> : <BlockForm {...props} />}
    </SidePanel>
  );
}
