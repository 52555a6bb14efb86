import { Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words.tsx';
import { NoticeList, ReadAll } from './notice-list.tsx';
import { useShell } from './shell-context.ts';

/** The bell and what opens beside it. On a phone the same list is a sheet. */
export function NotificationCentre() {
  const { t } = useWords();
  const { unread } = useShell();
  const [opened, setOpened] = useState(false);
  const [back, setBack] = useState(true);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      offset={20}
      width={400}
      shadow="md"
      trapFocus
      returnFocus={back}
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className="nav-tool bare"
          aria-label={bellLabel(t, unread)}
          title={t('web.day.notices')}
          onClick={() => {
            setBack(true);
            setOpened((before) => !before);
          }}
        >
          <IconBell size={22} stroke={1.6} aria-hidden="true" />
          <BellCount unread={unread} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('web.day.notices')} className="notice-panel">
        <header className="row">
          <h2 className="sp">{t('web.day.notices')}</h2>
          <ReadAll />
        </header>
        <div className="notice-body">
          <NoticeList
            onGo={() => {
              setBack(false);
              setOpened(false);
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

export const bellLabel = (t: ReturnType<typeof useWords>['t'], unread: number): string =>
  unread === 0 ? t('web.day.notices') : `${t('web.day.notices')}: ${t('web.day.notices_unread', { count: unread })}`;

export function BellCount({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <span className="count" aria-hidden="true">
      {unread > 99 ? '99+' : unread}
    </span>
  );
}
