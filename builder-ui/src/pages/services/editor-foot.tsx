import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words.tsx';
import type { Editor } from './use-editor.ts';

/** Saving, and what came of it. A field that was refused takes the focus; the words stand beside it. */
export function EditorFoot<F>({ editor, isNew }: { editor: Editor<F>; isNew: boolean }) {
  const { t } = useWords();
  const foot = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState(false);
  const { failed, refused, conflict } = editor;
  useEffect(() => {
    setMarked(false);
    if (failed === undefined || refused === undefined) return;
    // Another tab of the panel may have to open first.
    requestAnimationFrame(() => {
      const field = foot.current
        ?.closest('.side')
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"]');
      setMarked(field !== null && field !== undefined);
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    });
  }, [failed, refused]);
  return (
    <div className="col g12" ref={foot}>
      {(failed !== undefined || conflict) && (
        <Alert
          color={conflict ? 'yellow' : 'red'}
          variant="light"
          icon={<IconAlertTriangle size={18} />}
          role="alert"
          py={8}
          styles={{ message: { color: 'var(--text)' } }}
        >
          <p className="s">{conflict ? t('web.services.conflict') : marked ? t('web.services.look') : failed}</p>
          {conflict && (
            <div className="row" style={{ marginTop: 8 }}>
              <Button size="xs" variant="default" onClick={conflict.takeTheirs}>
                {t('web.services.take_theirs')}
              </Button>
              <Button size="xs" onClick={conflict.keepMine}>
                {t('web.services.keep_mine')}
              </Button>
            </div>
          )}
        </Alert>
      )}
      <div className="row wrap">
        <Button type="submit" disabled={!editor.dirty} loading={editor.saving}>
          {t(isNew ? 'web.services.create' : 'web.save')}
        </Button>
        {editor.dirty && !isNew && (
          <Button variant="subtle" color="gray" onClick={editor.undo}>
            {t('web.undo')}
          </Button>
        )}
        <span className="row s t3" role="status">
          {editor.dirty && t(editor.saving ? 'web.services.saving' : 'web.services.unsaved')}
          {editor.saved && (
            <>
              <IconCheck size={16} aria-hidden="true" /> {t('web.saved')}
            </>
          )}
        </span>
      </div>
    </div>
  );
}
