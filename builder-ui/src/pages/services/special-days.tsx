import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarOff, IconCalendarTime, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, taken, type SpecialDays } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords, type Words } from '../../words.tsx';
import { DaysDialog } from './days-dialog.tsx';
import { useSpecialDays, type DaysOf } from './use-setup.ts';

/** Days that differ from the week, of a person or of a place; each is saved by itself. */
export function SpecialDaysPart({ of, lead }: { of: DaysOf; lead?: string }) {
  const words = useWords();
  const { t } = words;
  const isPlace = 'placeId' in of;
  const query = useSpecialDays(of);
  const [editing, edit] = useState<SpecialDays | 'new' | undefined>();
  const remove = useAction(
    (id: string) => taken(api.POST('/api/schedule-exceptions/{id}/remove', { params: { path: { id } } })),
    { touches: ['special-days', 'setup-problems'], done: t('web.days.removed') },
  );
  const tell = useVisitsNotice(of);
  if (query.isPending) return <Waiting rows={3} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const today = new Date().toISOString().slice(0, 10);
  const { exceptions } = query.data;
  return (
    <div className="col g12">
      <p className="xs t3">{lead ?? t(isPlace ? 'web.days.place_lead' : 'web.days.lead')}</p>
      {exceptions.length === 0 ? (
        <p className="s t2">{t('web.days.empty')}</p>
      ) : (
        <ul className="days-list card">
          {exceptions.map((one) => {
            const days = daysWords(words, one.from, one.to);
            const past = one.to < today;
            const Sign = one.plan.hours.length > 0 ? IconCalendarTime : IconCalendarOff;
            return (
              <li key={one.exceptionId}>
                <button type="button" className="plain days-row" onClick={() => edit(one)}>
                  <Sign size={18} aria-hidden="true" className="t3" />
                  <span className="sp">
                    <span className={past ? 't3' : ''}>{days}</span>
                    <span className="s t3" style={{ display: 'block' }}>
                      {[planWords(words, one, isPlace), one.note, past ? t('web.days.past') : '']
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('web.days.remove', { days })}
                  loading={remove.isPending && remove.variables === one.exceptionId}
                  onClick={() => remove.mutate(one.exceptionId)}
                >
                  <IconX size={16} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <div>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => edit('new')}>
          {t(isPlace ? 'web.days.add_place' : 'web.days.add')}
        </Button>
      </div>
      {editing && (
        <DaysDialog
          of={of}
          days={editing === 'new' ? undefined : editing}
          onClose={() => edit(undefined)}
          onSaved={tell}
        />
      )}
    </div>
  );
}

/** Visits that are booked on the days stay until somebody moves them: that is said, with the way there. */
function useVisitsNotice(of: DaysOf): (visits: number, from: string) => void {
  const { t } = useWords();
  const navigate = useNavigate();
  return (visits, from) => {
    if (visits === 0) {
      notifications.show({ message: t('web.days.saved'), color: 'takt', autoClose: 3000 });
      return;
    }
    const whose = 'staffId' in of ? `view=week&person=${of.staffId}` : `place=${of.placeId}`;
    const way = `/bookings?${whose}&day=${from}`;
    const id = notifications.show({
      color: 'yellow',
      autoClose: 12_000,
      role: 'alert',
      message: (
        <span className="row wrap">
          {t('web.days.visits', { count: visits })}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              void navigate(way);
            }}
          >
            {t('web.days.visits_open')}
          </Button>
        </span>
      ),
    });
  };
}

/** "1 дек. – 3 дек." with weekdays, or one day. */
function daysWords({ day }: Words, from: string, to: string): string {
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

function planWords({ t }: Words, { plan }: SpecialDays, isPlace: boolean): string {
  if (plan.hours.length === 0) return t(isPlace ? 'web.days.closed' : 'web.days.off');
  return plan.hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}
