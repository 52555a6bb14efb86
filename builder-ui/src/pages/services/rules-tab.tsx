import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { ConfirmSection, PolicySection, TimesSection } from './rules-sections.tsx';
import { useRules } from './use-setup.ts';

/** How bookings are taken, moved, cancelled and reminded of, in sentences. Each matter is saved by itself. */
export function RulesTab() {
  const query = useRules();
  if (query.isPending) return <Waiting rows={6} height={44} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const { rules, variables } = query.data;
  return (
    <div className="set-scroll">
      <div className="set-parts">
        <TimesSection rules={rules} />
        <PolicySection rules={rules} />
        <ConfirmSection rules={rules} />
        <RemindersSection rules={rules} variables={variables} />
      </div>
    </div>
  );
}
