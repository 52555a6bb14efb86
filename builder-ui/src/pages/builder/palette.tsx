import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useWords } from '../../words.tsx';
import { STEP_DRAG } from './canvas.tsx';
import { StepIcon } from './inspector/step-icon.tsx';
import { bestOf } from './palette-search.ts';
import { FoundAloud, useSteps } from './palette-found.tsx';

/** Every step there is, to drag onto the canvas or to press. */
export function Palette({ search, onAdd }: { search: RefObject<HTMLInputElement | null>; onAdd(type: string): void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const groups = useSteps(text);
  return (
    <aside className="pal" aria-label={t('web.builder.palette')}>
      <div className="pal-search">
        <TextInput
          ref={search}
          size="sm"
          aria-label={t('web.builder.find_step')}
          placeholder={t('web.builder.find_step')}
          leftSection={<IconSearch size={17} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const flat = groups.flatMap((group) => group.steps);
            const best = flat[bestOf(flat, text)];
            if (event.key === 'Enter' && best) onAdd(best.type);
            if (event.key === 'Escape') setText('');
          }}
        />
      </div>
      <div className="pal-list">
        {groups.length === 0 && <p className="s t3 pal-none">{t('web.builder.no_steps')}</p>}
        <FoundAloud groups={groups} text={text} />
        {groups.map((group) => (
          <section key={group.group} aria-label={group.title}>
            <h3 className="pal-group">{group.title}</h3>
            {group.steps.map((step) => (
              <button
                key={step.type}
                type="button"
                className="pal-item"
                draggable
                title={step.about}
                onClick={() => onAdd(step.type)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(STEP_DRAG, step.type);
                  event.dataTransfer.effectAllowed = 'copy';
                }}
              >
                <span className={`tile ${step.tile}`}>
                  <StepIcon name={step.icon} />
                </span>
                <span className="pal-words">
                  <span>{step.title}</span>
                  <small>{step.about}</small>
                </span>
              </button>
            ))}
          </section>
        ))}
      </div>
      <p className="xs t3 pal-hint">{t('web.builder.palette_hint')}</p>
    </aside>
  );
}
