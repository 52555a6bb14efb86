import {
  IconArchive,
  IconPencil,
  IconAlertCircle,
  IconAlertOctagon,
  IconBuildingStore,
  IconCalendarEvent,
  IconChecks,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconCreditCard,
  IconDoorEnter,
  IconHourglass,
  IconLogout,
  IconPackage,
  IconPlayerPause,
  IconPlayerPlay,
  IconSparkles,
  IconTruckDelivery,
  IconUserX,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import type { BookingInList, Order, RunInList } from '../api.ts';
import { useWords } from '../words.tsx';

type Look = { icon: Icon; tone: '' | 'ok' | 'wait' | 'bad' | 'info' | 'acc' | 'line' };

export const orderLooks: Readonly<Record<Order['badge'], Look>> = {
  new: { icon: IconSparkles, tone: 'info' },
  awaiting_payment: { icon: IconClock, tone: 'wait' },
  paid: { icon: IconCreditCard, tone: 'acc' },
  packing: { icon: IconPackage, tone: '' },
  on_the_way: { icon: IconTruckDelivery, tone: '' },
  ready_for_pickup: { icon: IconBuildingStore, tone: 'info' },
  done: { icon: IconCircleCheck, tone: 'ok' },
  cancelled: { icon: IconCircleX, tone: 'line' },
  refund_due: { icon: IconAlertCircle, tone: 'bad' },
};

export function OrderBadge({ badge }: { badge: Order['badge'] }) {
  const { t } = useWords();
  return <Badge {...orderLooks[badge]} word={t(`web.badge.${badge}`)} />;
}

export const bookingLooks: Readonly<Record<BookingInList['badge'], Look>> = {
  new: { icon: IconSparkles, tone: 'info' },
  confirmed: { icon: IconCircleCheck, tone: 'ok' },
  arrived: { icon: IconDoorEnter, tone: 'acc' },
  done: { icon: IconChecks, tone: '' },
  moved: { icon: IconCalendarEvent, tone: 'line' },
  cancelled: { icon: IconCircleX, tone: 'line' },
  no_show: { icon: IconUserX, tone: 'bad' },
};

export function BookingBadge({ badge }: { badge: BookingInList['badge'] }) {
  const { t } = useWords();
  return <Badge {...bookingLooks[badge]} word={t(`web.bookings.badge.${badge}`)} />;
}

const runLooks = {
  opened: { icon: IconPlayerPlay, tone: 'info' },
  waiting: { icon: IconHourglass, tone: 'wait' },
  calling: { icon: IconWorld, tone: 'info' },
  finished: { icon: IconCircleCheck, tone: 'ok' },
  left: { icon: IconLogout, tone: 'line' },
  cancelled: { icon: IconCircleX, tone: 'line' },
  failed: { icon: IconAlertOctagon, tone: 'bad' },
} as const satisfies Record<string, Look>;

export function RunBadge({ run }: { run: { state: string; outcome: string | null } }) {
  const { t } = useWords();
  const state = (run.state === 'ended' ? (run.outcome ?? 'finished') : run.state) as
    Exclude<RunInList['state'], 'ended'> | NonNullable<RunInList['outcome']>;
  return <Badge {...runLooks[state]} word={t(`web.run.${state}`)} />;
}

const automationLooks = {
  draft: { icon: IconPencil, tone: 'line' },
  active: { icon: IconPlayerPlay, tone: 'ok' },
  paused: { icon: IconPlayerPause, tone: 'line' },
  archived: { icon: IconArchive, tone: 'line' },
} as const satisfies Record<string, Look>;

export function AutomationBadge({ state }: { state: keyof typeof automationLooks }) {
  const { t } = useWords();
  return <Badge {...automationLooks[state]} word={t(`web.automation.${state}`)} />;
}

export function Badge({ icon: Sign, tone, word, small }: Look & { word: string; small?: boolean }) {
  return (
    <span className={`bdg ${tone} ${small ? 'sm' : ''}`}>
      <Sign size={15} stroke={2} aria-hidden="true" />
      {word}
    </span>
  );
}
