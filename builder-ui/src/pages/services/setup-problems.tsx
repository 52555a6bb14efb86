import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { SetupProblem } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { useProblems } from './use-setup.ts';

const SHOWN = 3;

/** What keeps clients from booking, each with the way to put it right. */
export function SetupProblems() {
  const { t, pick } = useWords();
  const problems = useProblems().data?.problems ?? [];
  if (problems.length === 0) return null;
  const words = (problem: SetupProblem) => {
    switch (problem.kind) {
      case 'service_without_staff':
        return t('web.services.todo_service_without_staff', { service: pick(problem.service) });
      case 'need_without_resource':
        return t('web.services.todo_need_without_resource', {
          service: pick(problem.service),
          place: pick(problem.place),
        });
      case 'staff_without_hours':
      case 'staff_without_services':
        return t(`web.services.todo_${problem.kind}`, { name: problem.name });
      default:
        return t(`web.services.todo_${problem.kind}`);
    }
  };
  return (
    <section className="svc-todo tip wait" aria-label={t('web.services.todo')}>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div className="col g4 sp">
        <b>{t('web.services.todo')}</b>
        <ul>
          {problems.slice(0, SHOWN).map((problem) => (
            <li key={JSON.stringify(problem)} className="row wrap">
              <span>{words(problem)}</span>
              <Link to={wayTo(problem)}>{t(`web.services.do_${problem.kind}`)}</Link>
            </li>
          ))}
        </ul>
        {problems.length > SHOWN && (
          <span className="t2">{t('web.services.todo_more', { count: problems.length - SHOWN })}</span>
        )}
      </div>
    </section>
  );
}

function wayTo(problem: SetupProblem): string {
  switch (problem.kind) {
    case 'no_place':
      return '/services/places/new';
    case 'no_service':
      return '/services/service/new';
    case 'no_staff':
      return '/services/staff/new';
    case 'service_without_staff':
    case 'need_without_resource':
      return `/services/service/${problem.serviceId}`;
    case 'staff_without_hours':
      return `/services/staff/${problem.staffId}?part=week`;
    case 'staff_without_services':
      return `/services/staff/${problem.staffId}`;
  }
}
