import './problems.css';
import { Popover } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Issue } from '#automation/validate.ts';
import { issueWords } from '#texts/index.ts';
import { nodeOf, TRIGGER } from '../../canvas/draft.ts';
import { capital, useProblemWords } from '../../forms/form-context.tsx';
import { useWords } from '../../words.tsx';
import { useEditor } from './editor.ts';
import { bySeverity, isWarning } from './problems-order.ts';
import { fieldProblemOf } from './problems-words.ts';
import { faceOf } from './step-face.ts';

/** How many problems there are; pressed, all of them, what keeps from publishing first. */
export function Problems({ issues }: { issues: readonly Issue[] }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  if (issues.length === 0) {
    return (
      <span className="row g6 s fine">
        <IconCircleCheck size={17} aria-hidden="true" />
        <span>{t('web.builder.no_problems')}</span>
      </span>
    );
  }
  const { errors, warnings } = bySeverity(issues);
  const close = () => setOpened(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={380} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={`plain bdg ${errors.length > 0 ? 'bad' : 'wait'}`}
          aria-expanded={opened}
          onClick={() => setOpened((now) => !now)}
        >
          {errors.length > 0 ? (
            <IconAlertOctagon size={15} stroke={2} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
          )}
          {errors.length > 0
            ? t('web.builder.problems', { count: errors.length })
            : t('web.builder.warnings', { count: warnings.length })}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t('web.builder.problems_title')}>
        <div className="problems-both">
          {errors.length > 0 && <List title={undefined} issues={errors} onGone={close} />}
          {warnings.length > 0 && <List title={t('web.builder.warnings_title')} issues={warnings} onGone={close} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function List({ title, issues, onGone }: { title: string | undefined; issues: readonly Issue[]; onGone(): void }) {
  const words = useWords();
  const editor = useEditor();
  const problemWords = useProblemWords();
  const wordsOf = (issue: Issue): string => {
    const told = fieldProblemOf(issue, editor.present());
    if (!told || isWarning(issue)) return issueWords(words.language, issue);
    const place = told.place.map(({ title: name, index }) => (name ? words.pick(name) : String(index))).join(', ');
    return [capital(place), problemWords(told.problem)].filter((part) => part !== '').join(': ');
  };
  return (
    <>
      {title && (
        <h4 className="problems-head">
          <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
          {title}
        </h4>
      )}
      <ul className="problems" aria-label={title ?? words.t('web.builder.problems_title')}>
        {issues.map((issue, index) => {
          const id = String(issue.facts['node'] ?? '');
          const draft = editor.present();
          const node = nodeOf(draft, id);
          const face =
            node || id === TRIGGER ? faceOf({ node, trigger: node ? undefined : draft.trigger }, words) : undefined;
          return (
            <li key={index}>
              <button
                type="button"
                className="plain"
                onClick={() => {
                  onGone();
                  if (face)
                    editor.goTo(id, { open: true, into: 'form', field: issue.facts['field'] as string | undefined });
                  else editor.openForm('settings');
                }}
              >
                <span className="s">{wordsOf(issue)}</span>
                {face && <span className="xs t3 cut">{face.words}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
