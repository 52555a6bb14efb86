import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { AutomationDraft } from '#automation/document.ts';
import { eventWords } from '#automation/events.ts';
import type { EventType } from '#domain/events.ts';
import { capital } from '../../../forms/form-context.tsx';
import { useWords } from '../../../words.tsx';
import { DelayField } from './delay-field.tsx';
import { startingEvent, tellable, wordOf, type ToldEvent } from './story.ts';

const MOST = 12;

/** What happens, each after its time from the beginning. */
export function EventFields({
  document,
  events,
  onChange,
}: {
  document: AutomationDraft;
  events: readonly ToldEvent[];
  onChange(events: ToldEvent[]): void;
}) {
  const { t, pick } = useWords();
  const first = startingEvent(document.trigger);
  const choices = first && !tellable.includes(first.type) ? [first.type, ...tellable] : tellable;
  const set = (key: string, part: Partial<ToldEvent>) =>
    onChange(events.map((event) => (event.key === key ? { ...event, ...part } : event)));
  const data = choices.map((type) => ({ value: type, label: capital(pick(eventWords[type])) }));
  return (
    <section className="col g12" aria-label={t('web.try.happens')}>
      <h3>{t('web.try.happens')}</h3>
      {!first && <p className="s t2">{t('web.try.clock_start')}</p>}
      {events.map((event) => {
        const written = wordOf(event.type);
        return (
          <div key={event.key} className="try-event">
            <NativeSelect
              label={t('web.try.event')}
              value={event.type}
              data={data}
              onChange={(change) => {
                const type = choices.find((one) => one === change.currentTarget.value) ?? event.type;
                // What the start demanded of another event is not asked of this one.
                onChange(
                  events.map((one) =>
                    one.key === event.key ? { key: one.key, type, after: one.after, word: '' } : one,
                  ),
                );
              }}
            />
            <div className="row" style={{ alignItems: 'flex-end' }}>
              <div className="sp">
                <DelayField
                  label={t('web.try.after')}
                  value={event.after}
                  onChange={(after) => set(event.key, { after })}
                />
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('web.try.event_remove', { event: pick(eventWords[event.type]) })}
                onClick={() => onChange(events.filter((one) => one.key !== event.key))}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </div>
            {written && (
              <TextInput
                label={t(`web.try.${written}`)}
                maxLength={200}
                value={event.word}
                onChange={(change) => set(event.key, { word: change.currentTarget.value })}
              />
            )}
          </div>
        );
      })}
      {events.length < MOST && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => onChange([...events, freshEvent(first?.type)])}
          >
            {t('web.try.event_add')}
          </Button>
        </div>
      )}
    </section>
  );
}

const freshEvent = (like: EventType | undefined): ToldEvent => ({
  key: crypto.randomUUID(),
  type: like?.startsWith('order.') ? 'order.cancelled' : 'chat.message',
  after: 'P1D',
  word: '',
});
