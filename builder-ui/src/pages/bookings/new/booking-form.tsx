import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconCalendarPlus, IconMessageCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../words.tsx';
import { useServices } from '../use-calendar.ts';
import { WhenField, useWhenProblem } from '../when-field.tsx';
import { minutesWords } from '../words.ts';
import { ClientField } from './client-field.tsx';
import { requestOf, totalOf } from './draft.ts';
import { LastTime } from './last-time.tsx';
import type { NewPanelProps } from './new-booking.tsx';
import { RefusedTime } from './refused-time.tsx';
import { useDraft } from './use-draft.ts';
import { useBook } from './use-book.ts';
import { useRecentServices } from './use-recent.ts';
import { VisitItems } from './visit-items.tsx';

/** Who, what, when: three answers, and Enter writes them down. */
export function BookingForm(props: NewPanelProps) {
  const { calendar, placeId, today, onClose } = props;
  const words = useWords();
  const { t, money } = words;
  const { draft, change } = useDraft(props);
  const services = useServices().data?.services ?? [];
  const recent = useRecentServices(calendar);
  const [asked, setAsked] = useState(false);
  const [noting, note] = useState(false);
  const formats = new Set(
    draft.items.flatMap((item) => services.find((one) => one.serviceId === item.serviceId)?.format ?? []),
  );
  // What is given on-line alone leaves no choice.
  const format = formats.has('online') ? 'online' : formats.has('both') ? draft.format : 'place';
  const request = requestOf({ ...draft, format }, placeId);
  const whenProblem = useWhenProblem(calendar.zone)(draft);
  const book = useBook({ draft, placeId, zone: calendar.zone, onDone: onClose });
  const total = totalOf(services, draft.items);
  const nameProblem =
    !draft.client || (draft.client.kind === 'new' && !draft.client.name.trim())
      ? t('web.bookings.client_needed')
      : undefined;
  const form = useRef<HTMLFormElement>(null);
  const waits = draft.client?.kind === 'known' && !draft.items[0]?.serviceId;
  useEffect(() => {
    if (waits) form.current?.querySelector<HTMLInputElement>('input[data-service]')?.focus();
  }, [waits]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!nameProblem && !whenProblem && request) book.mutate(request);
  };
  return (
    <form ref={form} className="col g12" onSubmit={submit} noValidate>
      <ClientField
        client={draft.client}
        onChange={(client) => change({ client })}
        error={{ name: asked ? (nameProblem ?? book.problems.name) : undefined, phone: book.problems.phone }}
      />
      {draft.client?.kind === 'known' && !draft.items[0]?.serviceId && (
        <LastTime contactId={draft.client.contactId} onTake={(items) => change({ items })} />
      )}
      <VisitItems
        items={draft.items}
        services={services}
        recent={recent}
        staff={calendar.staff}
        onChange={(items) => change({ items, moment: null })}
        error={asked ? t('web.bookings.service_needed') : undefined}
      />
      {formats.has('both') && !formats.has('online') && (
        <SegmentedControl
          size="xs"
          aria-label={t('web.bookings.format')}
          value={draft.format}
          onChange={(format) => change({ format: format as typeof draft.format })}
          data={[
            { value: 'place', label: t('web.bookings.format_place') },
            { value: 'online', label: t('web.bookings.format_online') },
          ]}
        />
      )}
      <div>
        <div className="s lbl">{t('web.bookings.when')}</div>
        <WhenField
          when={draft}
          today={today}
          zone={calendar.zone}
          request={request}
          error={book.problems.when ?? (asked || draft.time ? whenProblem : undefined)}
          onChange={({ day, time, moment }) => {
            book.reset();
            change({ day, time, moment });
          }}
        />
      </div>
      {book.error && (
        <RefusedTime
          error={book.error}
          zone={calendar.zone}
          onTake={(day, time, moment) => {
            book.reset();
            change({ day, time, moment });
          }}
        />
      )}
      {noting || draft.comment ? (
        <Textarea
          label={t('web.bookings.comment')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          autoFocus
          value={draft.comment}
          onChange={(event) => change({ comment: event.currentTarget.value })}
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          className="touch start"
          leftSection={<IconMessageCircle size={16} aria-hidden="true" />}
          onClick={() => note(true)}
        >
          {t('web.bookings.add_comment')}
        </Button>
      )}
      <div className="panel-foot">
        {total.minutes > 0 && (
          <p className="s t2 row">
            <span className="sp">{minutesWords(words, total.minutes)}</span>
            <b>
              {total.from ? t('web.bookings.price_from', { price: money(total.priceMinor) }) : money(total.priceMinor)}
            </b>
          </p>
        )}
        <Button
          type="submit"
          fullWidth
          h={44}
          loading={book.isPending}
          leftSection={<IconCalendarPlus size={18} aria-hidden="true" />}
        >
          {t('web.bookings.book')}
        </Button>
      </div>
    </form>
  );
}
