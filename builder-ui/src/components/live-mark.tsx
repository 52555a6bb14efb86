import { useLostAt } from '../shell/live-context.ts';
import { useWords } from '../words.tsx';

/** Whether the page follows what happens elsewhere, in words. */
export function LiveMark() {
  const { t, at } = useWords();
  const lostAt = useLostAt();
  return (
    <span className="row g4 s t3 nw" role="status">
      <i className={lostAt ? 'live off' : 'live'} />
      <span className={lostAt ? '' : 'hide-phone'}>
        {lostAt ? t('web.live.lost', { time: at(lostAt.toISOString(), 'time') }) : t('web.live.on')}
      </span>
    </span>
  );
}
