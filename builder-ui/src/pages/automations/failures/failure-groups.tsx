import { useQueries } from '@tanstack/react-query';
import type { AutomationDraft } from '#automation/document.ts';
import { endReasonWords } from '#automation/end-reasons.ts';
import { stepSentence } from '#automation/sentence.ts';
import { useWords } from '../../../words.tsx';
import { versionQuery } from '../use-published.ts';
import { groupKey, type Group } from './groups.ts';

/** Each group as its step, its version and what went wrong. */
export function FailureGroups({
  automationId,
  groups,
  chosen,
  onChoose,
}: {
  automationId: string;
  groups: readonly Group[];
  chosen: string | undefined;
  onChoose(group: Group | undefined): void;
}) {
  const { t } = useWords();
  const reasonWords = useReasonWords();
  const sentence = useSentences(automationId, groups);
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <ul className="fail-groups" role="group" aria-label={t('web.fail.all')}>
      {groups.length > 1 && (
        <li>
          <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
            <span className="sp">{t('web.fail.all')}</span>
            <b>{total}</b>
          </button>
        </li>
      )}
      {groups.map((group) => (
        <li key={groupKey(group)}>
          <button
            type="button"
            aria-pressed={chosen === groupKey(group) || groups.length === 1}
            onClick={() => onChoose(groups.length === 1 ? undefined : group)}
          >
            <span className="sp col">
              <span className="fail-step">{sentence(group)}</span>
              <span className="s bad-words">{reasonWords(group.reason)}</span>
              <span className="xs t3">{t('web.fail.version', { number: group.number })}</span>
            </span>
            <b>{group.count}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Why it failed, in the owner's words where there are some. */
export function useReasonWords(): (reason: string | null) => string {
  const { t, pick } = useWords();
  return (reason) => {
    if (reason === null) return t('web.fail.failed_reason');
    const said = pick(endReasonWords(reason));
    // What the engine itself wrote down is no sentence of ours.
    return said === reason ? t('web.fail.technical', { detail: reason.replace(/^\w*Error: /, '') }) : said;
  };
}

/** A step reads as it did in the version in which it failed. */
function useSentences(automationId: string, groups: readonly Group[]): (group: Group) => string {
  const { t, language } = useWords();
  const numbers = [...new Set(groups.map((group) => group.number))];
  const versions = useQueries({ queries: numbers.map((number) => versionQuery(automationId, number)) });
  return (group) => {
    if (group.nodeId === null) return t('web.fail.no_step');
    const version = versions[numbers.indexOf(group.number)]?.data;
    const document = version?.document as { nodes?: AutomationDraft['nodes'] } | undefined;
    const node = document?.nodes?.find((one) => one.id === group.nodeId);
    return node ? (node.label ?? stepSentence(node, language)) : group.nodeId;
  };
}
