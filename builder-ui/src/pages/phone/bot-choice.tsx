import { Select } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import { useWords } from '../../words.tsx';
import type { State } from './emulator.ts';

/** Which bot the phone talks to. */
export function BotChoice({
  bots,
  chosen,
  onChoose,
}: {
  bots: State['bots'];
  chosen: string;
  onChoose: (username: string) => void;
}) {
  const { t } = useWords();
  return (
    <Select
      aria-label={t('web.phone.bot_choice')}
      className="sim-bot"
      size="xs"
      allowDeselect={false}
      searchable={bots.length > 7}
      leftSection={<IconRobot size={16} aria-hidden="true" />}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      data={bots.map((bot) => ({ value: bot.username, label: `${bot.first_name}, @${bot.username}` }))}
      value={chosen}
      onChange={(username) => username && onChoose(username)}
    />
  );
}
