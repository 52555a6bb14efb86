import { SegmentedControl } from '@mantine/core';
import { useWords } from '../words.tsx';

export function LanguageSwitch() {
  const { language, setLanguage, t } = useWords();
  return (
    <SegmentedControl
      aria-label={t('web.settings.language')}
      size="xs"
      value={language}
      onChange={(value) => setLanguage(value as 'ru' | 'en')}
      data={[
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
