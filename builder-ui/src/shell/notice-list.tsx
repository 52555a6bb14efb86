import { Button } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertOctagon,
  IconBell,
  IconCash,
  IconCreditCardOff,
  IconMessage2,
  IconRobotOff,
  type Icon,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { Empty } from '../components/empty.tsx';
import { Failure } from '../components/failure.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useWords } from '../words.tsx';
import { useNotices, useReadNotices } from './use-notices.ts';

type Notice = NonNullable<ReturnType<typeof useNotices>['data']>['items'][number];

const looks: Readonly<Record<Notice['kind'], { icon: Icon; tone: 'bad' | 'wait' | 'info' }>> = {
  unread: { icon: IconMessage2, tone: 'info' },
  refund: { icon: IconCash, tone: 'wait' },
  run_failed: { icon: IconAlertOctagon, tone: 'bad' },
  alarm: { icon: IconAlertCircle, tone: 'bad' },
  bot: { icon: IconRobotOff, tone: 'bad' },
  payments: { icon: IconCreditCardOff, tone: 'bad' },
};

/** What waits for a person, each a link to where it is settled. */
export function NoticeList({ onGo }: { onGo: () => void }) {
  const { t } = useWords();
  const notices = useNotices(true);
  if (notices.isPending) return <Waiting rows={4} height={36} />;
  if (notices.error) return <Failure error={notices.error} retry={() => void notices.refetch()} />;
  const { items } = notices.data;
  if (items.length === 0) return <Empty icon={IconBell} text={t('web.day.notices_empty')} />;
  return (
    <ul className="notices">
      {items.map((one) => (
        <li key={one.id}>
          <NoticeLink notice={one} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}

export function ReadAll() {
  const { t } = useWords();
  const notices = useNotices(true).data;
  const read = useReadNotices();
  const newest = notices?.items[0];
  if (!newest || notices.unread === 0) return null;
  return (
    <Button
      variant="subtle"
      size="xs"
      loading={read.isPending}
      onClick={(event) => {
        // The button goes; the focus stays in the panel.
        event.currentTarget.closest<HTMLElement>('[role=dialog]')?.focus();
        read.mutate(newest.at);
      }}
    >
      {t('web.day.notices_read')}
    </Button>
  );
}

function NoticeLink({ notice, onGo }: { notice: Notice; onGo: () => void }) {
  const { t, pick, when } = useWords();
  const { icon: Picture, tone } = looks[notice.kind];
  return (
    <Link to={notice.link} className="notice" onClick={onGo}>
      <span className={`sign ${tone}`}>
        <Picture size={18} stroke={1.75} aria-hidden="true" />
      </span>
      <span className="sp">
        <span className={notice.read ? 't2' : 'new'}>{pick(notice.words)}</span>
        <span className="xs t3">{when(notice.at)}</span>
      </span>
      {!notice.read && (
        <>
          <i className="mark" aria-hidden="true" />
          <span className="visually-hidden">{t('web.day.notice_new')}</span>
        </>
      )}
    </Link>
  );
}
