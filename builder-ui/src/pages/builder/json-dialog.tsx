import { Button, FileButton, Modal, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { draftSchema } from '#automation/document.ts';
import { draftIssues } from '#automation/validate.ts';
import { issueWords } from '#texts/index.ts';
import type { Draft } from '../../canvas/draft.ts';
import { allPlaced } from '../../canvas/layout.ts';
import { useWords } from '../../words.tsx';

/** Reads a drawing from text: the drawing, or in plain words why it is none, with the place. */
export function readJson(
  text: string,
  language: 'ru' | 'en',
  notJson: string,
): { draft: Draft } | { problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: [notJson] };
  }
  const parsed = draftSchema.safeParse(value);
  if (parsed.success) return { draft: allPlaced(parsed.data) };
  const issues = draftIssues(value);
  return { problems: issues.map((issue) => [issue.path, issueWords(language, issue)].filter(Boolean).join(': ')) };
}

/** Puts a drawing in from a file or from pasted text. Nothing changes until it can be read. */
export function JsonDialog({
  opened,
  onClose,
  onDraft,
}: {
  opened: boolean;
  onClose(): void;
  onDraft(draft: Draft): void;
}) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('web.builder.import')}
      size={560}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      {opened && <Reader onDraft={onDraft} />}
    </Modal>
  );
}

function Reader({ onDraft }: { onDraft(draft: Draft): void }) {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<string[]>([]);
  const take = (source: string) => {
    const read = readJson(source, language, t('web.builder.not_json'));
    if ('draft' in read) onDraft(read.draft);
    else setProblems(read.problems);
  };
  return (
    <div className="col g12">
      <p className="s t2">{t('web.builder.import_help')}</p>
      <FileButton
        accept="application/json,.json"
        onChange={(file) => {
          if (file) void file.text().then(take);
        }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconFileUpload size={18} />}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('web.builder.choose_file')}
          </Button>
        )}
      </FileButton>
      <Textarea
        label={t('web.builder.paste_json')}
        autosize
        minRows={5}
        maxRows={12}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblems([]);
        }}
      />
      {problems.length > 0 && (
        <div className="tip bad" role="alert">
          <ul className="difference">
            {problems.slice(0, 8).map((problem, index) => (
              <li key={index}>{problem}</li>
            ))}
            {problems.length > 8 && <li>{t('web.builder.more_problems', { count: problems.length - 8 })}</li>}
          </ul>
        </div>
      )}
      <Button disabled={text.trim() === ''} onClick={() => take(text)} style={{ alignSelf: 'flex-end' }}>
        {t('web.builder.import_do')}
      </Button>
    </div>
  );
}

/** The drawing as a file. */
export function download(draft: Draft): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(draft, null, 2)], { type: 'application/json' }));
  link.download = `${draft.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'automation'}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
