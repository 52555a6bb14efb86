import { IconAlertOctagon, IconChevronRight, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '../../words.tsx';
import type { Dashboard } from './use-dashboard.ts';

/** What a person must look at now, the worst first; each line leads to where it is settled. */
export function Attention({ problems }: { problems: Dashboard['problems'] }) {
  const { t, pick } = useWords();
  return (
    <section className="card day-part attention" aria-labelledby="day-needs">
      <h2 id="day-needs">{t('web.day.needs')}</h2>
      {problems.length === 0 ? (
        <p className="calm t2">
          <span className="sign ok">
            <IconCircleCheck size={18} stroke={1.75} aria-hidden="true" />
          </span>
          {t('web.day.needs_nothing')}
        </p>
      ) : (
        <ul>
          {problems.map((one) => {
            const Picture = one.severity === 'bad' ? IconAlertOctagon : IconClock;
            return (
              <li key={`${one.code}${pick(one.words)}`}>
                <Link to={one.link}>
                  <span className={`sign ${one.severity}`}>
                    <Picture size={18} stroke={1.75} aria-hidden="true" />
                  </span>
                  <span className="sp">{pick(one.words)}</span>
                  <IconChevronRight size={18} stroke={1.75} className="t3" aria-hidden="true" />
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
