import { Button, Modal, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { dateTime } from '#texts/index.ts';
import { api, taken, type StaffMember } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { touchesSetup } from './use-setup.ts';

export function RemoveStaff({ person, onRemoved }: { person: StaffMember; onRemoved: () => void }) {
  const { t } = useWords();
  const [asking, ask] = useState(false);
  return (
    <div>
      <Button variant="subtle" color="red" className="svc-danger" px={8} ml={-8} onClick={() => ask(true)}>
        {t('web.staff.remove')}
      </Button>
      {asking && (
        <Modal
          opened
          onClose={() => ask(false)}
          title={t('web.staff.remove_title', { name: person.name })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <Decision person={person} onClose={() => ask(false)} onRemoved={onRemoved} />
        </Modal>
      )}
    </div>
  );
}

/** Visits ahead force a decision; nothing is chosen beforehand. */
function Decision({ person, onClose, onRemoved }: { person: StaffMember; onClose: () => void; onRemoved: () => void }) {
  const { t, pick, language } = useWords();
  const navigate = useNavigate();
  const [choice, choose] = useState<'move' | 'keep' | undefined>();
  const params = { path: { id: person.staffId } };
  const ahead = useQuery({
    queryKey: ['bookings-ahead', person.staffId],
    queryFn: () => taken(api.GET('/api/staff/{id}/bookings-ahead', { params })),
    staleTime: 0,
  });
  const remove = useAction(
    (keep: boolean) =>
      taken(api.POST('/api/staff/{id}/remove', { params, body: keep ? { then: { kind: 'keep' } } : {} })),
    { touches: [...touchesSetup, 'bookings-ahead'], done: t('web.staff.removed'), onDone: onRemoved },
  );
  if (ahead.isPending) return <Waiting rows={2} />;
  if (ahead.error) return <Failure error={ahead.error} retry={() => void ahead.refetch()} />;
  const { count, bookings } = ahead.data;
  const when = (moment: string, zone: string) => dateTime(language, new Date(moment), zone);
  return (
    <div className="col g12">
      {count === 0 ? (
        <p className="s t2">{t('web.staff.remove_lead')}</p>
      ) : (
        <>
          <p className="s">
            {t('web.staff.remove_ahead', {
              count,
              when: bookings[0] ? when(bookings[0].startsAt, bookings[0].timeZone) : '',
            })}
          </p>
          <ul className="svc-ahead s t2">
            {bookings.slice(0, 5).map((one) => (
              <li key={one.bookingId}>
                {when(one.startsAt, one.timeZone)} · {one.contact} · {pick(one.service)}
              </li>
            ))}
            {count > 5 && <li>…</li>}
          </ul>
          <Radio.Group
            label={t('web.staff.remove_choose')}
            value={choice ?? ''}
            onChange={(value) => choose(value as 'move' | 'keep')}
          >
            <div className="col g12" style={{ marginTop: 8 }}>
              <Radio value="move" label={t('web.staff.remove_move')} description={t('web.staff.remove_move_hint')} />
              <Radio
                value="keep"
                label={t('web.staff.remove_keep', { count })}
                description={t('web.staff.remove_keep_hint')}
              />
            </div>
          </Radio.Group>
        </>
      )}
      <div className="row wrap" style={{ justifyContent: 'flex-end' }}>
        <Button variant="default" onClick={onClose}>
          {t('web.not_now')}
        </Button>
        {choice === 'move' ? (
          <Button onClick={() => void navigate(`/bookings?view=list&list=ahead&staff=${person.staffId}`)}>
            {t('web.staff.remove_open')}
          </Button>
        ) : (
          <Button
            color="red.9"
            disabled={count > 0 && choice === undefined}
            loading={remove.isPending}
            onClick={() => remove.mutate(choice === 'keep')}
          >
            {t('web.staff.remove_do')}
          </Button>
        )}
      </div>
    </div>
  );
}
