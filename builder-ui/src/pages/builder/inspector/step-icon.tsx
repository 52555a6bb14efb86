import {
  IconAB,
  IconArrowsSplit2,
  IconBolt,
  IconCalendarEvent,
  IconCalendarTime,
  IconCheckbox,
  IconCoin,
  IconFlag2,
  IconHelpCircle,
  IconHourglass,
  IconListTree,
  IconMail,
  IconMessage2,
  IconQuestionMark,
  IconTag,
  IconTargetArrow,
  IconTicket,
  type Icon,
} from '@tabler/icons-react';

/** The icons that a definition may name (look.md, "Step icons"): named one by one, so that no more is loaded. */
const icons: Readonly<Record<string, Icon>> = {
  IconAB,
  IconArrowsSplit2,
  IconBolt,
  IconCalendarEvent,
  IconCalendarTime,
  IconCheckbox,
  IconCoin,
  IconFlag2,
  IconHelpCircle,
  IconHourglass,
  IconListTree,
  IconMail,
  IconMessage2,
  IconTag,
  IconTargetArrow,
  IconTicket,
};

export function StepIcon({ name, size = 18 }: { name: string | undefined; size?: number | undefined }) {
  const Sign = (name !== undefined && icons[name]) || IconQuestionMark;
  return <Sign size={size} stroke={1.75} aria-hidden="true" />;
}
