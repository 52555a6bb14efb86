import {
  IconArrowForward,
  IconArrowsSplit2,
  IconBolt,
  IconCalendarEvent,
  IconCalendarTime,
  IconCheckbox,
  IconCircleCheck,
  IconCircleMinus,
  IconFlag2,
  IconHelpCircle,
  IconHourglass,
  IconMessage2,
  IconPlayerPlay,
  IconRefresh,
  IconTag,
  IconTargetArrow,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';

const ofStep: Readonly<Record<string, Icon>> = {
  trigger: IconBolt,
  'send-message': IconMessage2,
  ask: IconHelpCircle,
  wait: IconHourglass,
  'wait-until': IconCalendarTime,
  'wait-for-event': IconCalendarEvent,
  if: IconArrowsSplit2,
  switch: IconArrowsSplit2,
  split: IconArrowsSplit2,
  repeat: IconRefresh,
  tag: IconTag,
  'remove-tag': IconTag,
  'call-http': IconWorld,
  'create-task': IconCheckbox,
  goal: IconTargetArrow,
  end: IconFlag2,
};

const ofKind: Readonly<Record<string, Icon>> = {
  ended: IconCircleCheck,
  resumed: IconPlayerPlay,
  moved: IconArrowForward,
  retried: IconRefresh,
  refused: IconCircleMinus,
};

/** What a line of a story shows beside its words. */
export const signOf = (item: { kind: string; stepType: string | null }): Icon =>
  ofKind[item.kind] ?? ofStep[item.stepType ?? ''] ?? IconBolt;
