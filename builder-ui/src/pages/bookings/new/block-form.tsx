import { Button, Select, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays } from '#domain/time.ts';
import { api, taken } from '../../../api.ts';
import { errorWords } from '../../../components/failure.tsx';
import { floating } from '../../../forms/parsed-input.tsx';
import { useWords } from '../../../words.tsx';
import { clock, isShown, minutesOf, momentOf, wallAt } from '../calendar/wall.ts';
import { TimeInput } from '../time-input.tsx';
import { useToasts } from '../use-toasts.ts';
import { blockStart } from './block-start.ts';
import type { NewPanelProps } from './new-booking.tsx';

/** Time that nobody can book: a person's, a room's or a machine's. Its end may be on the next day. */
export function BlockForm({ begin, calendar, today, nowMinute, onClose }: NewPanelProps) {
  const words = useWords();
  const { t } = words;
  const { done } = useToasts();
  const client = useQueryClient();
  const first = blockStart(begin, calendar, { today, nowMinute });
  const [resourceId, setResource] = useState(begin.staffId ?? calendar.staff[0]?.staffId ?? null);
  const [day, setDay] = useState(wallAt(begin.day, first).day);
  const [from, setFrom] = useState(clock(first));
  const [to, setTo] = useState(clock(begin.to ?? first + 60));
  const [note, setNote] = useState('');
  const problem = spanProblem({ day, from, to }, calendar.zone);
  const block = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const span = spanOf({ day, from, to }, calendar.zone);
      return taken(
        api.POST('/api/time-blocks', { body: { resourceId: resourceId ?? '', note: note.trim(), ...span } }),
      );
    },
    onSuccess() {
      done(t('web.bookings.block_done', { from, to }));
      onClose();
    },
    onSettled() {
      for (const name of ['calendar', 'times']) void client.invalidateQueries({ queryKey: [name] });
    },
  });
  return (
    <form
      className="col g12"
      onSubmit={(event) => {
        event.preventDefault();
        if (!problem && resourceId) block.mutate();
      }}
    >
      <Select
        label={t('web.bookings.block_whose')}
        comboboxProps={floating}
        allowDeselect={false}
        data={[
          {
            group: t('web.bookings.people'),
            items: calendar.staff.map((one) => ({ value: one.staffId, label: one.name })),
          },
          ...(calendar.resources.length > 0
            ? [
                {
                  group: t('web.bookings.rooms'),
                  items: calendar.resources.map((one) => ({ value: one.resourceId, label: one.name })),
                },
              ]
            : []),
        ]}
        value={resourceId}
        onChange={setResource}
      />
      <TextInput
        type="date"
        label={t('web.bookings.day')}
        value={day}
        required
        withAsterisk={false}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <TimeInput className="sp" label={t('web.bookings.from')} value={from} onChange={setFrom} />
        <TimeInput className="sp" label={t('web.bookings.to')} value={to} onChange={setTo} />
      </div>
      {problem && (
        <p className="s err" role="alert">
          {t(problem === 'skipped' ? 'web.bookings.block_skipped' : 'web.bookings.time_needed')}
        </p>
      )}
      {!problem && (minutesOf(to) ?? 0) <= (minutesOf(from) ?? 0) && (
        <p className="s t2">{t('web.bookings.block_next_day', { day: words.day(addDays(day, 1)) })}</p>
      )}
      <TextInput
        label={t('web.bookings.block_note')}
        placeholder={t('web.bookings.block_note_like')}
        value={note}
        maxLength={200}
        data-autofocus
        autoFocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {block.error && (
        <p className="s err" role="alert">
          {errorWords(words, block.error)}
        </p>
      )}
      <div className="panel-foot">
        <Button
          type="submit"
          fullWidth
          h={44}
          loading={block.isPending}
          disabled={problem !== undefined || !resourceId}
          leftSection={<IconLock size={18} aria-hidden="true" />}
        >
          {t('web.bookings.block')}
        </Button>
      </div>
    </form>
  );
}

type Span = { day: string; from: string; to: string };

function spanProblem({ day, from, to }: Span, zone: string): 'no_time' | 'skipped' | undefined {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || begin === undefined || end === undefined) return 'no_time';
  return isShown({ day, minute: begin }, zone) ? undefined : 'skipped';
}

function spanOf({ day, from, to }: Span, zone: string): { from: string; to: string } {
  const [begin = 0, end = 0] = [minutesOf(from), minutesOf(to)];
  return {
    from: momentOf({ day, minute: begin }, zone).toISOString(),
    to: momentOf({ day: end <= begin ? addDays(day, 1) : day, minute: end }, zone).toISOString(),
  };
}
