import { Checkbox, NativeSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import { useReferences } from '../../../forms/use-references.ts';
import { useWords } from '../../../words.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { EventFields } from './event-fields.tsx';
import type { Told } from './story.ts';

/** What somebody tells: who the client is, what happens, what is answered. */
export function StoryForm({
  document,
  told,
  onTell,
}: {
  document: AutomationDraft;
  told: Told;
  onTell(told: Told): void;
}) {
  const { t } = useWords();
  const { tags } = useReferences();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const set = (part: Partial<Told>) => onTell({ ...told, ...part });
  return (
    <>
      <section className="col g12" aria-label={t('web.try.client')}>
        <h3>{t('web.try.client')}</h3>
        <div className="try-pair">
          <TextInput
            label={t('web.try.name')}
            maxLength={80}
            value={told.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('web.try.language')}
            value={told.language}
            data={[
              { value: 'ru', label: t('web.language.ru') },
              { value: 'en', label: t('web.language.en') },
            ]}
            onChange={(event) => set({ language: event.currentTarget.value === 'en' ? 'en' : 'ru' })}
          />
        </div>
        <TagsInput
          label={t('web.try.tags')}
          description={t('web.try.tags_help')}
          data={[...tags]}
          value={told.tags}
          onChange={(next) => set({ tags: next })}
        />
        <div className="try-pair">
          <Select
            label={t('web.try.zone')}
            searchable
            allowDeselect={false}
            limit={60}
            data={zones}
            value={told.zone}
            onChange={(next) => next && set({ zone: next })}
          />
          <NumberInput
            label={t('web.try.orders')}
            min={0}
            max={1_000}
            allowDecimal={false}
            value={told.ordersPaid}
            onChange={(next) => set({ ordersPaid: Number(next) || 0 })}
          />
        </div>
        <div className="try-pair">
          <TextInput
            type="date"
            label={t('web.try.birthday')}
            value={told.birthday}
            onChange={(event) => set({ birthday: event.currentTarget.value })}
          />
          <TextInput
            type="datetime-local"
            label={t('web.try.start')}
            required
            value={told.start}
            onChange={(event) => event.currentTarget.value && set({ start: event.currentTarget.value })}
          />
        </div>
        <Checkbox
          label={t('web.try.consent')}
          checked={told.consent}
          onChange={(event) => set({ consent: event.currentTarget.checked })}
        />
      </section>
      <EventFields document={document} events={told.events} onChange={(events) => set({ events })} />
      <AnswerFields document={document} answers={told.answers} onChange={(answers) => set({ answers })} />
    </>
  );
}
