import { Popover } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Issue } from '#automation/validate.ts';
import { issueWords } from '#texts/index.ts';
import { nodeOf, TRIGGER } from '../../canvas/draft.ts';
import { useWords } from '../../words.tsx';
import { useEditor } from './editor.ts';
import { faceOf } from './step-face.ts';

/** How many problems there are; pressed, all of them, each with a jump to its place. */
export function Problems({ issues }: { issues: readonly Issue[] }) {
  const words = useWords();
  const { t, language } = words;
  const editor = useEditor();
  const [opened, setOpened] = useState(false);
  if (issues.length === 0) {
    return (
      <span className="row g6 s fine">
        <IconCircleCheck size={17} aria-hidden="true" />
        <span>{t('web.builder.no_problems')}</span>
      </span>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={380} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button type="button" className="plain bdg bad" aria-expanded={opened} onClick={() => setOpened((now) => !now)}>
          <IconAlertOctagon size={15} stroke={2} aria-hidden="true" />
          {t('web.builder.problems', { count: issues.length })}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t('web.builder.problems_title')}>
        <ul className="problems">
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
                    setOpened(false);
                    if (face)
                      editor.goTo(id, { open: true, into: 'form', field: issue.facts['field'] as string | undefined });
                    else editor.openForm('settings');
                  }}
                >
                  <span className="s">{issueWords(language, issue)}</span>
                  {face && <span className="xs t3 cut">{face.words}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
