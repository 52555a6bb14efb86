import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { find } from '../../canvas/find.ts';
import { useWords } from '../../words.tsx';
import { useEditor } from './editor.ts';

/** Finds a step or a note of the chain by any of its words. */
export function FindDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('web.builder.find')}
      size={460}
      yOffset="12vh"
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      {opened && <Finder onClose={onClose} />}
    </Modal>
  );
}

function Finder({ onClose }: { onClose(): void }) {
  const { t, language } = useWords();
  const editor = useEditor();
  const [text, setText] = useState('');
  const found = find(editor.present(), text, language).slice(0, 50);
  const go = (id: string) => {
    onClose();
    // The dialog gives the focus back first.
    setTimeout(() => editor.goTo(id), 0);
  };
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={t('web.builder.find')}
        placeholder={t('web.builder.find_hint')}
        leftSection={<IconSearch size={17} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) go(found[0].id);
        }}
      />
      <p className="visually-hidden" role="status">
        {text.trim() !== '' && t('web.builder.found', { count: found.length })}
      </p>
      <ul className="problems">
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" className="plain" onClick={() => go(one.id)}>
              <span className="s">{one.words}</span>
            </button>
          </li>
        ))}
      </ul>
      {text.trim() !== '' && found.length === 0 && <p className="s t3">{t('web.builder.found_nothing')}</p>}
    </>
  );
}
