import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Me } from '../api.ts';
import { useWords } from '../words.tsx';
import { usePaletteItems, type PaletteItem } from './use-palette-items.tsx';

const [store, palette] = createSpotlight();

/**
 * Search everywhere and the commonest actions, from the keyboard. The field keeps the focus while the arrows walk the
 * list, which tells those who hear the page what is chosen.
 */
export function CommandPalette({ me, opened, onClose }: { me: Me; opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | undefined>();
  const [back, setBack] = useState(true);
  const { groups, looking } = usePaletteItems(me, query);
  const items = groups.flatMap((group) => group.items.map((item) => ({ key: `${group.id}-${item.id}`, item })));
  const at = Math.max(
    0,
    items.findIndex((one) => one.key === chosen),
  );
  const current = items[at];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened) {
      setBack(true);
      palette.open();
    } else palette.close();
  }, [opened]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.key]);
  const take = (item: PaletteItem) => {
    if ('to' in item) {
      // The page that opens takes the focus.
      setBack(false);
      palette.close();
      void navigate(item.to);
    } else {
      palette.close();
      item.run();
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (step !== undefined && items.length > 0) setChosen(items[(at + step + items.length) % items.length]?.key);
    if (event.code === 'Enter' && !event.nativeEvent.isComposing && current) take(current.item);
  };
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={(next) => {
        setQuery(next);
        setChosen(undefined);
      }}
      onSpotlightClose={onClose}
      returnFocus={back}
      attributes={{ content: { 'aria-label': t('web.day.search') } }}
      zIndex={400}
      centered={false}
      radius="md"
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 120 }}
      classNames={{ content: 'palette' }}
    >
      <Spotlight.Search
        placeholder={t('web.day.search_hint')}
        aria-label={t('web.day.search_hint')}
        leftSection={<IconSearch size={20} stroke={1.6} aria-hidden="true" />}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={current && optionId(current.key)}
        onKeyDown={press}
      />
      <div
        id="palette-list"
        className="palette-list"
        role="listbox"
        aria-label={t('web.day.search')}
        ref={list}
        hidden={items.length === 0}
      >
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`palette-${group.id}`}>
            <div id={`palette-${group.id}`} className="palette-title">
              {group.title}
            </div>
            {group.items.map((item) => {
              const key = `${group.id}-${item.id}`;
              return (
                <Option
                  key={key}
                  id={optionId(key)}
                  item={item}
                  selected={key === current?.key}
                  onPoint={() => setChosen(key)}
                  onTake={() => take(item)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className={items.length === 0 ? 'palette-none' : 'visually-hidden'} role="status">
        {items.length > 0
          ? t('web.day.search_found', { count: items.length })
          : looking
            ? t('web.day.search_looking')
            : t('web.day.search_nothing')}
      </p>
    </Spotlight.Root>
  );
}

const optionId = (key: string): string => `palette-option-${key.replaceAll(/[^\w-]/g, '_')}`;

function Option({
  id,
  item,
  selected,
  onPoint,
  onTake,
}: {
  id: string;
  item: PaletteItem;
  selected: boolean;
  onPoint: () => void;
  onTake: () => void;
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className="palette-item"
      onMouseMove={selected ? undefined : onPoint}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className="picture">{item.picture}</span>
      <span className="cut">{item.label}</span>
      {item.about && <span className="cut s t3 about">{item.about}</span>}
      <span className="sp" />
      {item.aside && <span className="s t3 nw">{item.aside}</span>}
    </div>
  );
}
