import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../words.tsx';
import type { Column } from './columns.ts';
import { useWayWords } from './lift-ghost.tsx';
import type { Lift } from './use-lift.ts';
import { clock } from './wall.ts';

/** What happens to a lifted block, for whoever hears the page instead of seeing it. */
export function LiftSpoken({
  lift,
  column,
  name,
}: {
  lift: Lift | null;
  column: Column | undefined;
  name: string | undefined;
}) {
  const { t } = useWords();
  const [ended, setEnded] = useState('');
  const before = useRef<Lift | null>(null);
  useEffect(() => {
    if (before.current?.by === 'keys' && !lift) setEnded(t('web.bookings.spoken_end'));
    if (lift) setEnded('');
    before.current = lift;
  }, [lift, t]);
  return (
    <span role="status" className="visually-hidden">
      {lift?.by === 'keys' && column ? <Where lift={lift} column={column} name={name ?? ''} /> : ended}
    </span>
  );
}

function Where({ lift, column, name }: { lift: Lift; column: Column; name: string }) {
  const { t } = useWords();
  const way = useWayWords(lift, column);
  return t('web.bookings.spoken_at', {
    client: lift.piece.bookings[0].contact.name,
    from: clock(lift.target.from),
    to: clock(lift.target.to),
    where: name,
    way: way.words,
  });
}
