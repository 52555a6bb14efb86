import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { wallClockOf } from '#domain/time.ts';
import { Problem } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useWords } from '../../words.tsx';
import { moveToMoment, type Move } from './calendar/moves.ts';
import { nearOf, reasonOf, type Refused } from './use-move.ts';
import { servicesOf, usePlaceTime } from './words.ts';

/** A move that was refused: why, and where the visit fits in instead. One press moves it there. */
export function RefusedPanel({
  refused,
  zone,
  staffName,
  onMove,
  onOther,
  onClose,
}: {
  refused: Refused;
  zone: string;
  /** Who was wanted, when it was somebody else. */
  staffName: string;
  onMove: (move: Move) => void;
  onOther: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const client = useQueryClient();
  const { move, error } = refused;
  const place = usePlaceTime(zone);
  const near = nearOf(error);
  const reason = reasonOf(error);
  const changed =
    error instanceof Problem &&
    ['booking_changed', 'booking_transition_refused', 'booking_not_found'].includes(error.code);
  const day = wallClockOf(new Date(move.shown.startsAt), zone).date;
  const again = () => {
    void client.invalidateQueries();
    onClose();
  };
  return (
    <SidePanel
      label={t('web.bookings.refused_title')}
      onClose={onClose}
      head={
        <>
          <div className="xs t3">
            {move.booking.contact.name}, {servicesOf(words, move.booking)}
          </div>
          <h2 style={{ fontSize: 20, lineHeight: '28px' }}>{t('web.bookings.refused_title')}</h2>
        </>
      }
      foot={
        changed ? (
          <Button fullWidth h={44} leftSection={<IconRefresh size={18} aria-hidden="true" />} onClick={again}>
            {t('web.bookings.read_again')}
          </Button>
        ) : (
          <Button fullWidth h={44} variant="default" onClick={onOther}>
            {t('web.bookings.other_time')}
          </Button>
        )
      }
    >
      <div className="tip wait" role="alert">
        <IconAlertTriangle size={18} aria-hidden="true" />
        <div className="col g4">
          <b>
            {place.at(move.shown.startsAt)}, {staffName}
          </b>
          <span>{reason ? t(`web.bookings.refusal_${reason}`, { name: staffName }) : errorWords(words, error)}</span>
          {!changed && <span className="t2">{t('web.bookings.stays', { when: place.at(move.booking.startsAt) })}</span>}
        </div>
      </div>
      {near.length > 0 && (
        <section className="col g8">
          <h3>{t('web.bookings.near')}</h3>
          <div className="times">
            {near.map((moment) => (
              <Button key={moment} variant="default" h={44} onClick={() => onMove(moveToMoment(move, moment))}>
                {wallClockOf(new Date(moment), zone).date === day ? place.time(moment) : place.at(moment)}
              </Button>
            ))}
          </div>
        </section>
      )}
      {reason && near.length === 0 && <p className="s t2">{t('web.bookings.near_none')}</p>}
    </SidePanel>
  );
}
