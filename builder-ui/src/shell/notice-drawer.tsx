import { useState } from 'react';
import { useWords } from '../words.tsx';
import { NoticeList, ReadAll } from './notice-list.tsx';
import { Sheet } from './sheet.tsx';

/** The notifications on a phone. */
export function NoticeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(true);
  const [back, setBack] = useState(true);
  return (
    <Sheet
      opened={opened}
      title={t('web.day.notices')}
      returnFocus={back}
      onClose={() => setOpened(false)}
      onExited={onClose}
    >
      <div style={{ textAlign: 'right' }}>
        <ReadAll />
      </div>
      <NoticeList
        onGo={() => {
          setBack(false);
          setOpened(false);
        }}
      />
    </Sheet>
  );
}
