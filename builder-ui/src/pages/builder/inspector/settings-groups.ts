import type { AutomationSettings } from '#automation/settings.ts';

type Name = keyof AutomationSettings;

/** Under which heading the settings of a chain stand, in order. */
export const settingsGroups = {
  who: ['reentry', 'reentryAfter'],
  leaving: ['exitOn', 'goal'],
  messages: ['quietHours', 'onCap', 'lateAfter', 'priority'],
  changes: ['onPublish', 'afterPause'],
} as const satisfies Readonly<Record<string, readonly Name[]>>;

export type SettingsGroup = keyof typeof settingsGroups | 'more';

/** Whether a setting says anything now: some matter only beside another. */
export function matters(name: string, settings: Readonly<Record<string, unknown>>): boolean {
  return name !== 'reentryAfter' || settings['reentry'] === 'after';
}

/** The names under each heading; what has none yet comes last, so that no setting is out of reach. */
export function groupsOf(names: readonly string[]): { group: SettingsGroup; names: readonly string[] }[] {
  const grouped = (Object.keys(settingsGroups) as (keyof typeof settingsGroups)[]).map((group) => ({
    group,
    names: settingsGroups[group].filter((name) => names.includes(name)) as readonly string[],
  }));
  const placed = new Set(grouped.flatMap((one) => one.names));
  const rest = names.filter((name) => !placed.has(name));
  return rest.length === 0 ? grouped : [...grouped, { group: 'more', names: rest }];
}
