import { Modal } from '@mantine/core';
import { useWords } from '../../words.tsx';
import { keyed } from './context-menu.tsx';

/** Every key of the builder. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useWords();
  const groups = [
    {
      title: t('web.builder.keys.walk'),
      keys: [
        ['↑ ↓ ← →', t('web.builder.keys.arrows')],
        ['Enter', t('web.builder.keys.enter')],
        ['Esc', t('web.builder.keys.escape')],
        ['/', t('web.builder.keys.palette')],
        [keyed('F'), t('web.builder.keys.find')],
      ],
    },
    {
      title: t('web.builder.keys.change'),
      keys: [
        ['+', t('web.builder.keys.add')],
        ['Space', t('web.builder.keys.carry')],
        ['Alt+↑ ↓', t('web.builder.keys.swap')],
        ['Del', t('web.builder.keys.delete')],
        [keyed('D'), t('web.builder.keys.duplicate')],
        [`${keyed('C')}, ${keyed('X')}, ${keyed('V')}`, t('web.builder.keys.clipboard')],
        [keyed('A'), t('web.builder.keys.all')],
        [`${keyed('Z')}, ${keyed('Shift+Z')}`, t('web.builder.keys.undo')],
      ],
    },
    {
      title: t('web.builder.keys.see'),
      keys: [
        ['Shift+1', t('web.builder.keys.fit')],
        ['L', t('web.builder.keys.view')],
        ['?', t('web.builder.keys.sheet')],
      ],
    },
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('web.builder.shortcuts')}
      size={560}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <div className="keys-sheet">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([key, words]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
