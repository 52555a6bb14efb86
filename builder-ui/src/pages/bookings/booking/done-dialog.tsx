import { Button, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { BookingInList } from '../../../api.ts';
import { numberMarks } from '../../../components/number-marks.ts';
import { useWords } from '../../../words.tsx';
import { priceOf, servicesOf } from '../words.ts';

/** The visit took place: what was paid in the end, the agreed price unless it is changed. */
export function DoneDialog({
  booking,
  busy,
  onClose,
  onDone,
}: {
  booking: BookingInList;
  busy: boolean;
  onClose: () => void;
  onDone: (finalPriceMinor: number) => void;
}) {
  const words = useWords();
  const { t, language } = words;
  const [price, setPrice] = useState<number | string>(booking.priceMinor / 100);
  const minor = typeof price === 'number' ? Math.round(price * 100) : undefined;
  const ranged = booking.priceToMinor !== null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('web.bookings.done_title')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          if (minor !== undefined && minor >= 0) onDone(minor);
        }}
      >
        <p className="s t2">
          {booking.contact.name}, {servicesOf(words, booking)}
        </p>
        <NumberInput
          label={t('web.bookings.final_price')}
          description={ranged ? t('web.bookings.agreed_range', { price: priceOf(words, booking) }) : undefined}
          value={price}
          min={0}
          max={1_000_000_000}
          decimalScale={2}
          hideControls
          {...numberMarks(language)}
          suffix={booking.currency === 'RUB' ? '\u00a0₽' : `\u00a0${booking.currency}`}
          error={minor === undefined ? t('web.bookings.price_needed') : undefined}
          data-autofocus
          onChange={setPrice}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" h={44} onClick={onClose}>
            {t('web.not_now')}
          </Button>
          <Button type="submit" h={44} loading={busy}>
            {t('web.bookings.act_done')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
