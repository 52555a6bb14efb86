import type { TriggerRun } from '../../trigger.ts';
import type { KeywordTriggerConfig } from './definition.ts';

/** Letters and digits alone, lower case, ё as е: how people type a word must not matter. */
const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

export const run: TriggerRun<KeywordTriggerConfig> = (config, event) => {
  if (event.type !== 'chat.message') return { starts: false, record: {} };
  const said = plain(String(event.data['text'] ?? ''));
  const found = config.words.find((word) =>
    config.match === 'whole' ? said === plain(word) : said.includes(plain(word)),
  );
  return { starts: found !== undefined, record: { word: found ?? null } };
};
