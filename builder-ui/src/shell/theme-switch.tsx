import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../words.tsx';

export const themes = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const;

export function ThemeSwitch() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Now = themes.find((one) => one.value === colorScheme)?.icon ?? IconDeviceDesktop;
  return (
    <Menu position="right-end" offset={20} shadow="md" withInitialFocusPlaceholder={false} width={200}>
      <Menu.Target>
        <button
          type="button"
          className="nav-tool bare"
          aria-label={t('web.settings.theme')}
          title={t('web.settings.theme')}
        >
          <Now size={22} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as typeof colorScheme)}>
          {themes.map(({ value, icon: Picture }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              rightSection={<Picture size={18} stroke={1.75} aria-hidden="true" />}
            >
              {t(`web.settings.theme_${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
