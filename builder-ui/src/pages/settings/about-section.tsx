import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, taken, type Me } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { ZoneSelect } from '../account/new-business.tsx';
import { Section } from './section.tsx';

/** What the business is called, where its clock stands, which language it speaks first. */
export function AboutSection({ business }: { business: Me['business'] }) {
  const { t } = useWords();
  const [name, setName] = useState(business.name);
  const [timeZone, setTimeZone] = useState(business.timeZone);
  const [language, setLanguage] = useState(business.language);
  const save = useAction(() => taken(api.PATCH('/api/settings', { body: { name: name.trim(), timeZone, language } })), {
    touches: ['me', 'businesses'],
    done: t('web.saved'),
  });
  return (
    <Section title={t('web.about.title')}>
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <TextInput
          label={t('web.business.name')}
          description={t('web.about.name_hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ZoneSelect value={timeZone} onChange={setTimeZone} />
        <div className="col g4">
          <span className="set-label" id="main-language">
            {t('web.about.language')}
          </span>
          <SegmentedControl
            aria-labelledby="main-language"
            value={language}
            onChange={(value) => setLanguage(value as 'ru' | 'en')}
            data={(['ru', 'en'] as const).map((value) => ({ value, label: t(`web.about.language_${value}`) }))}
          />
          <p className="xs t3">{t('web.about.language_hint')}</p>
        </div>
        <div>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
