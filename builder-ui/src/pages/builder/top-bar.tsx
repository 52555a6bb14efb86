import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconCopy,
  IconDots,
  IconDownload,
  IconHistory,
  IconKeyboard,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconRocket,
  IconSettings,
  IconUpload,
  IconUsers,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import * as commands from '../../canvas/commands.ts';
import type { SaverState } from '../../canvas/saver.ts';
import { AutomationBadge, Badge } from '../../components/badges.tsx';
import { errorWords } from '../../components/failure.tsx';
import { useWords } from '../../words.tsx';
import { keyed } from './context-menu.tsx';
import { useEditor, useEditorState } from './editor.ts';
import type { AutomationInEditor } from './use-automation.ts';

export type BarDeeds = {
  tryOut(): void;
  publish(): void;
  versions(): void;
  importJson(): void;
  exportJson(): void;
  shortcuts(): void;
  duplicate(): void;
  change(state: 'pause' | 'resume' | 'archive' | 'unarchive'): void;
};

export function TopBar({
  automation,
  saving,
  onRetry,
  deeds,
}: {
  automation: AutomationInEditor;
  saving: SaverState;
  onRetry(): void;
  deeds: BarDeeds;
}) {
  const { t } = useWords();
  const editor = useEditor();
  const readOnly = useEditorState((state) => state.readOnly);
  const past = useEditorState((state) => state.history.past.length > 0);
  const future = useEditorState((state) => state.history.future.length > 0);
  const { state, published } = automation;
  return (
    <header className="bar builder-bar">
      <ActionIcon
        component={Link}
        to="/automations"
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('web.builder.back')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Name />
      <span className="row g6 hide-narrow">
        {state === 'active' && published ? (
          <Badge icon={IconPlayerPlay} tone="ok" word={t('web.builder.live', { number: published.number })} />
        ) : (
          <AutomationBadge state={state} />
        )}
        {published && automation.changed && <Badge icon={IconPencil} tone="line" word={t('web.builder.changed')} />}
      </span>
      {readOnly ? (
        <span className="s t3 saving cut">{t('web.builder.view_only')}</span>
      ) : (
        <Saving state={saving} onRetry={onRetry} />
      )}
      <span className="sp" />
      {!readOnly && (
        <>
          <Tooltip label={`${t('web.builder.undo')} (${keyed('Z')})`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={!past}
              aria-label={t('web.builder.undo')}
              onClick={() => editor.undo()}
            >
              <IconArrowBackUp size={20} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={`${t('web.builder.redo')} (${keyed('Shift+Z')})`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={!future}
              aria-label={t('web.builder.redo')}
              onClick={() => editor.redo()}
            >
              <IconArrowForwardUp size={20} />
            </ActionIcon>
          </Tooltip>
          <span className="vr hide-phone" />
        </>
      )}
      <Button
        variant="default"
        leftSection={<IconPlayerTrackNext size={18} />}
        className="hide-narrow"
        onClick={deeds.tryOut}
      >
        {t('web.try.button')}
      </Button>
      <More automation={automation} deeds={deeds} />
      {!readOnly && (
        <Button leftSection={<IconRocket size={18} />} className="publish" onClick={deeds.publish}>
          {t('web.builder.publish')}
        </Button>
      )}
    </header>
  );
}

function Name() {
  const { t } = useWords();
  const editor = useEditor();
  const name = useEditorState((state) => state.history.present.name);
  const readOnly = useEditorState((state) => state.readOnly);
  const [editing, setEditing] = useState(false);
  if (!editing) {
    return (
      <h1 className="builder-name" tabIndex={-1}>
        {readOnly ? (
          <span className="cut">{name}</span>
        ) : (
          <button
            type="button"
            className="plain row g6"
            aria-label={`${name}. ${t('web.builder.rename')}`}
            onClick={() => setEditing(true)}
          >
            <span className="cut">{name}</span>
            <IconPencil size={16} className="t3 hide-phone" aria-hidden="true" />
          </button>
        )}
      </h1>
    );
  }
  return (
    <TextInput
      autoFocus
      size="sm"
      className="builder-name"
      maxLength={120}
      aria-label={t('web.builder.name')}
      defaultValue={name}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => {
        const next = event.currentTarget.value.trim();
        setEditing(false);
        if (next !== '' && next !== name) editor.change(commands.setName(editor.present(), next));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = name;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

function Saving({ state, onRetry }: { state: SaverState; onRetry(): void }) {
  const words = useWords();
  const { t, at } = words;
  const said = (icon: ReactNode, text: string, tone = '') => (
    <span className={`row g4 s saving ${tone || 't3'}`} role="status" title={text}>
      {icon}
      <span className="cut">{text}</span>
    </span>
  );
  if (state.is === 'saved') return said(<IconCloudCheck size={18} aria-hidden="true" />, t('web.builder.saved'));
  if (state.is === 'waiting' || state.is === 'saving')
    return said(<IconCloudUp size={18} aria-hidden="true" />, t('web.builder.saving'));
  if (state.is === 'conflict')
    return said(<IconCloudOff size={18} aria-hidden="true" />, t('web.builder.conflict_short'), 'warn-text');
  const text =
    state.is === 'offline'
      ? t('web.builder.offline', { time: at(new Date(state.since).toISOString(), 'time') })
      : `${t('web.builder.refused_save')} ${errorWords(words, state.error)}`;
  return (
    <span className="row g6 saving">
      {said(<IconCloudOff size={18} aria-hidden="true" />, text, 'warn-text')}
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {t('web.builder.try_now')}
      </Button>
    </span>
  );
}

function More({ automation, deeds }: { automation: AutomationInEditor; deeds: BarDeeds }) {
  const { t } = useWords();
  const editor = useEditor();
  const readOnly = useEditorState((state) => state.readOnly);
  const { state } = automation;
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('web.builder.more')}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => editor.openForm('settings')}>
          {t('web.builder.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconHistory size={16} />} onClick={deeds.versions}>
          {t('web.builder.versions')}
        </Menu.Item>
        <Menu.Item leftSection={<IconUsers size={16} />} component={Link} to={`/runs?automation=${automation.id}`}>
          {t('web.builder.runs')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPlayerTrackNext size={16} />} onClick={deeds.tryOut}>
          {t('web.try.button')}
        </Menu.Item>
        <Menu.Divider />
        {!readOnly && state === 'active' && (
          <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => deeds.change('pause')}>
            {t('web.builder.pause')}
          </Menu.Item>
        )}
        {!readOnly && state === 'paused' && (
          <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={() => deeds.change('resume')}>
            {t('web.builder.resume')}
          </Menu.Item>
        )}
        {!readOnly && (
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={deeds.duplicate}>
            {t('web.builder.duplicate_all')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={deeds.exportJson}>
          {t('web.builder.export')}
        </Menu.Item>
        {!readOnly && (
          <Menu.Item leftSection={<IconUpload size={16} />} onClick={deeds.importJson}>
            {t('web.builder.import')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={deeds.shortcuts}>
          {t('web.builder.shortcuts')}
        </Menu.Item>
        {!readOnly && (
          <>
            <Menu.Divider />
            {state === 'archived' ? (
              <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => deeds.change('unarchive')}>
                {t('web.builder.unarchive')}
              </Menu.Item>
            ) : (
              <Menu.Item color="red" leftSection={<IconArchive size={16} />} onClick={() => deeds.change('archive')}>
                {t('web.builder.archive')}
              </Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
