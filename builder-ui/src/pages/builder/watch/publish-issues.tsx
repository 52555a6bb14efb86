import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { issueWords } from '#texts/index.ts';
import { useWords } from '../../../words.tsx';

export type AnyIssue = {
  code: string;
  severity?: 'error' | 'warning' | undefined;
  path: string;
  facts: Readonly<Record<string, unknown>>;
};

export const isWarning = (issue: AnyIssue): boolean => issue.severity === 'warning';

/** What refuses a version, then what should be thought over; each leads to its step. */
export function PublishIssues({
  issues,
  onJump,
  onClose,
}: {
  issues: readonly AnyIssue[];
  onJump(nodeId: string): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const errors = issues.filter((issue) => !isWarning(issue));
  const warnings = issues.filter(isWarning);
  return (
    <>
      {errors.length > 0 && (
        <section className="tip bad" aria-label={t('web.watch.blocked')}>
          <IconAlertOctagon size={18} aria-hidden="true" />
          <div className="sp">
            <b>{t('web.watch.blocked')}</b>
            <Lines issues={errors} onJump={onJump} onClose={onClose} />
          </div>
        </section>
      )}
      {warnings.length > 0 && (
        <section className="tip wait" aria-label={t('web.watch.warnings')}>
          <IconAlertTriangle size={18} aria-hidden="true" />
          <div className="sp">
            <b>{t('web.watch.warnings')}</b>
            <Lines issues={warnings} onJump={onJump} onClose={onClose} />
          </div>
        </section>
      )}
    </>
  );
}

function Lines({
  issues,
  onJump,
  onClose,
}: {
  issues: readonly AnyIssue[];
  onJump(nodeId: string): void;
  onClose(): void;
}) {
  const { language } = useWords();
  return (
    <ul className="problems">
      {issues.map((issue, index) => {
        const node = issue.facts['node'];
        return (
          <li key={index}>
            <button
              type="button"
              className="plain s"
              onClick={() => (typeof node === 'string' ? onJump(node) : onClose())}
            >
              {issueWords(language, issue)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
