import { Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { gallery } from '#automation/gallery/gallery.ts';
import { triggers } from '#automation/triggers/registry.ts';
import { useWords } from '../../words.tsx';
import { StepIcon } from '../builder/inspector/step-icon.tsx';

export type NewAutomation = { name: string; document?: Record<string, unknown> };

/** An automation begins empty, or from a chain that works as it is. */
export function NewDialog({
  opened,
  busy,
  onClose,
  onChoose,
}: {
  opened: boolean;
  busy: boolean;
  onClose(): void;
  onChoose(made: NewAutomation): void;
}) {
  const { t, pick } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('web.watch.new')}
      size={640}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <div className="gallery">
        <button
          type="button"
          disabled={busy}
          data-autofocus
          onClick={() => onChoose({ name: t('web.watch.untitled') })}
        >
          <span className="tile">
            <IconPlus size={18} aria-hidden="true" />
          </span>
          <span>
            <b>{t('web.watch.empty')}</b>
            <span className="s t2">{t('web.watch.empty_about')}</span>
          </span>
        </button>
        {gallery.map((item) => (
          <button
            key={item.id}
            type="button"
            disabled={busy}
            onClick={() => onChoose({ name: pick(item.title), document: { ...item.document, name: pick(item.title) } })}
          >
            <span className="tile start">
              <StepIcon name={triggers[item.document.trigger.type]?.definition.icon} />
            </span>
            <span>
              <b>{pick(item.title)}</b>
              <span className="s t2">{pick(item.about)}</span>
            </span>
          </button>
        ))}
      </div>
    </Modal>
  );
}
