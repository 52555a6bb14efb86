import { Button, Modal, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { BookingInList } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { servicesOf, usePlaceTime } from '../words.ts';

/** Why it is cancelled, whether other times are offered, and who hears of it. */
export function CancelDialog({
  booking,
  busy,
  onClose,
  onCancel,
}: {
  booking: BookingInList & { client?: { hasChat: boolean; unreachable: boolean } };
  busy: boolean;
  onClose: () => void;
  onCancel: (reason: string, offerTimes: boolean) => void;
}) {
  const words = useWords();
  const { t } = words;
  const place = usePlaceTime(booking.timeZone);
  const [reason, setReason] = useState('');
  const [offer, setOffer] = useState(true);
  const { client } = booking;
  const told = client === undefined || (client.hasChat && !client.unreachable);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('web.bookings.cancel_title')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          onCancel(reason, offer && told);
        }}
      >
        <p className="s t2">
          {booking.contact.name}, {servicesOf(words, booking)}, {place.at(booking.startsAt)}
        </p>
        <Textarea
          label={t('web.bookings.cancel_reason')}
          description={t(told ? 'web.bookings.cancel_reason_told' : 'web.bookings.cancel_reason_own')}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={500}
          value={reason}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {told ? (
          <Switch
            label={t('web.bookings.offer_times')}
            description={t('web.bookings.offer_times_hint')}
            checked={offer}
            onChange={(event) => setOffer(event.currentTarget.checked)}
          />
        ) : (
          <div className="tip wait">{t('web.bookings.cancel_call')}</div>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" h={44} onClick={onClose}>
            {t('web.not_now')}
          </Button>
          <Button type="submit" h={44} color="red.9" data-danger loading={busy}>
            {t('web.bookings.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
