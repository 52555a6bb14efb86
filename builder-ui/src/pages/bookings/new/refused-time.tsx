import { IconAlertTriangle } from '@tabler/icons-react';
import { errorWords } from '../../../components/failure.tsx';
import { useWords } from '../../../words.tsx';
import { clock, wallOf } from '../calendar/wall.ts';
import { nearOf, reasonOf } from '../use-move.ts';
import { usePlaceTime } from '../words.ts';

/** Why a visit could not be written down, and the nearest times at which it can. */
export function RefusedTime({
  error,
  zone,
  onTake,
}: {
  error: unknown;
  zone: string;
  onTake: (day: string, time: string, moment: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const place = usePlaceTime(zone);
  const reason = reasonOf(error);
  const near = nearOf(error);
  return (
    <div className="tip wait" role="alert">
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div className="col g8 sp">
        <span>{reason ? t(`web.bookings.refusal_${reason}`) : errorWords(words, error)}</span>
        {near.length > 0 && (
          <div className="row g6 wrap">
            {near.map((moment) => (
              <button
                key={moment}
                type="button"
                className="fchip"
                onClick={() => {
                  const wall = wallOf(moment, zone);
                  onTake(wall.day, clock(wall.minute), moment);
                }}
              >
                {place.at(moment)}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
