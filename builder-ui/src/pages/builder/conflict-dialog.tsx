import './watch/watch.css';
import { Button, Modal } from '@mantine/core';
import { useWords } from '../../words.tsx';
import type { Draft } from '../../canvas/draft.ts';
import type { SaverState } from '../../canvas/saver.ts';
import { useChanges } from './watch/use-changes.ts';

/** Somebody else saved this automation too: both drawings are kept until somebody chooses. */
export function ConflictDialog({
  saving,
  onMine,
  onTheirs,
  onCopy,
  copying,
}: {
  saving: SaverState;
  onMine(): void;
  onTheirs(): void;
  onCopy(mine: Draft): void;
  copying: boolean;
}) {
  const { t, when } = useWords();
  const conflict = saving.is === 'conflict' ? saving : undefined;
  const difference = useChanges(conflict?.theirs.document, conflict?.mine, 12);
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('web.builder.conflict_title')}
      size={560}
    >
      {conflict && (
        <div className="col g12">
          <p>
            {t('web.builder.conflict', {
              name: conflict.theirs.savedBy ?? t('web.builder.somebody'),
              time: conflict.theirs.savedAt ? when(conflict.theirs.savedAt) : '',
            })}
          </p>
          <section aria-label={t('web.builder.difference')}>
            <h3>{t('web.builder.difference')}</h3>
            <ul className="changes conflict-changes">
              {difference.map((line, index) => (
                <li key={index} className="s">
                  {line}
                </li>
              ))}
            </ul>
          </section>
          <div className="conflict-ways">
            <Button data-autofocus loading={copying} onClick={() => onCopy(conflict.mine)}>
              {t('web.builder.keep_copy')}
            </Button>
            <Button variant="default" onClick={onMine}>
              {t('web.builder.keep_mine')}
            </Button>
            <Button variant="default" onClick={onTheirs}>
              {t('web.builder.keep_theirs')}
            </Button>
          </div>
          <p className="xs t3">{t('web.builder.conflict_help')}</p>
        </div>
      )}
    </Modal>
  );
}
