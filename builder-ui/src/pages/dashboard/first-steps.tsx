import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronRight, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Me } from '../../api.ts';
import { useWords } from '../../words.tsx';
import type { Dashboard } from './use-dashboard.ts';

const all = [
  { name: 'bot', to: '/settings/bots', owner: true },
  { name: 'products', to: '/products', owner: false },
  { name: 'automation', to: '/automations', owner: false },
  { name: 'staff', to: '/settings/members', owner: true },
] as const;

/** Teaches a new business what comes next. A step ticks itself; when all are done, or it was hidden, nothing is here. */
export function FirstSteps({ steps, me }: { steps: Dashboard['steps']; me: Me }) {
  const { t } = useWords();
  const [hidden, setHidden] = useLocalStorage({
    key: `takt.start-hidden.${me.business.id}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const mine = me.role === 'master' ? [] : all.filter((one) => !one.owner || me.role === 'owner');
  const done = mine.filter((one) => steps[one.name]).length;
  if (hidden || done === mine.length) return null;
  return (
    <section className="card day-part first-steps" aria-labelledby="day-start">
      <div className="row">
        <h2 id="day-start">{t('web.day.start')}</h2>
        <span className="s t3 sp">{t('web.day.start_progress', { done, all: mine.length })}</span>
        <Button variant="subtle" color="gray" size="xs" h={32} onClick={() => setHidden(true)}>
          {t('web.day.start_hide')}
        </Button>
      </div>
      <ol>
        {mine.map(({ name, to }) => (
          <li key={name}>
            <Link to={to} data-done={steps[name] || undefined}>
              {steps[name] ? (
                <IconCircleCheckFilled size={22} aria-hidden="true" />
              ) : (
                <IconCircleDashed size={22} stroke={1.6} aria-hidden="true" />
              )}
              <span className="sp">
                <span className="name">{t(`web.day.step.${name}`)}</span>
                <span className="visually-hidden">
                  , {t(steps[name] ? 'web.day.step.done' : 'web.day.step.todo')}.{' '}
                </span>
                <span className="s t3">{t(`web.day.step.${name}_about`)}</span>
              </span>
              <IconChevronRight size={18} stroke={1.75} className="go" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
