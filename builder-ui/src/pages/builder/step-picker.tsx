import './step-picker.css';
import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../words.tsx';
import { endOf, useEditor, useEditorState, type Place } from './editor.ts';
import { StepIcon } from './inspector/step-icon.tsx';
import { FoundAloud, useSteps } from './palette-found.tsx';
import { bestOf } from './palette-search.ts';

/** Chooses a step for a place: opened by every `+`. */
export function StepPicker() {
  const { t } = useWords();
  const editor = useEditor();
  const picking = useEditorState((state) => state.picking);
  return (
    <Modal
      opened={picking !== undefined}
      onClose={() => editor.pick(undefined)}
      title={t('web.builder.add_step')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
      size={420}
      padding="md"
      yOffset="12vh"
      returnFocus
    >
      {picking !== undefined && <List place={picking} />}
    </Modal>
  );
}

function List({ place }: { place: Place | 'anywhere' }) {
  const { t } = useWords();
  const editor = useEditor();
  const [text, setText] = useState('');
  const [moved, setMoved] = useState<number | undefined>();
  const groups = useSteps(text);
  const flat = groups.flatMap((group) => group.steps);
  const at = Math.min(moved ?? bestOf(flat, text), flat.length - 1);
  const current = flat[at];
  const choose = (type: string) => {
    editor.pick(undefined);
    editor.add(type, place === 'anywhere' ? endOf(editor.present(), editor.store.getState().selected) : place);
  };
  return (
    <div
      className="picker"
      onKeyDown={(event) => {
        const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (move !== 0 && flat.length > 0) {
          event.preventDefault();
          const next = (at + move + flat.length) % flat.length;
          setMoved(next);
          document.getElementById(`pick-${flat[next]!.type}`)?.scrollIntoView({ block: 'nearest' });
        }
        if (event.key === 'Enter' && current) {
          event.preventDefault();
          choose(current.type);
        }
      }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="picker-list"
        aria-activedescendant={current && `pick-${current.type}`}
        aria-label={t('web.builder.find_step')}
        placeholder={t('web.builder.find_step')}
        leftSection={<IconSearch size={17} aria-hidden="true" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMoved(undefined);
        }}
      />
      <FoundAloud groups={groups} text={text} />
      <div id="picker-list" role="listbox" aria-label={t('web.builder.palette')} className="picker-list">
        {flat.length === 0 && <p className="s t3 pal-none">{t('web.builder.no_steps')}</p>}
        {groups.map((group) => (
          <div key={group.group} role="group" aria-label={group.title}>
            <div className="pal-group" aria-hidden="true">
              {group.title}
            </div>
            {group.steps.map((step) => (
              <div
                key={step.type}
                id={`pick-${step.type}`}
                role="option"
                aria-selected={step === current}
                className={`pal-item ${step === current ? 'on' : ''}`}
                onClick={() => choose(step.type)}
                onPointerMove={() => setMoved(flat.indexOf(step))}
              >
                <span className={`tile ${step.tile}`}>
                  <StepIcon name={step.icon} />
                </span>
                <span className="pal-words">
                  <span>{step.title}</span>
                  <small>{step.about}</small>
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
