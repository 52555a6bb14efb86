import { Button } from '@mantine/core';
import { IconEyeOff, IconGripVertical, IconUserOff, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import { workingHours } from '#texts/index.ts';
import { api, taken, type StaffMember, type WorkPlace } from '../../api.ts';
import { Badge } from '../../components/badges.tsx';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useSortable } from '../../forms/use-sortable.tsx';
import { useWords } from '../../words.tsx';
import { Picture } from './picture.tsx';
import { StaffPanel } from './staff-panel.tsx';
import { useOrder } from './use-order.ts';
import { usePlaces, useServices, useStaff } from './use-setup.ts';

/** Who gives services, in the order in which clients see them. */
export function StaffTab() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { itemId } = useParams();
  const staff = useStaff();
  const places = usePlaces();
  const services = useServices();
  const noPlace = places.data?.places.length === 0;
  const open = staff.data?.staff.find((one) => one.staffId === itemId);
  return (
    <>
      {staff.isPending || places.isPending ? (
        <Waiting rows={5} height={48} />
      ) : staff.error ? (
        <Failure error={staff.error} retry={() => void staff.refetch()} />
      ) : staff.data.staff.length === 0 ? (
        <Empty icon={IconUsers} text={t(noPlace ? 'web.staff.needs_place' : 'web.staff.empty')}>
          <Button component={Link} to={noPlace ? '/services/places/new' : '/services/staff/new'}>
            {t(noPlace ? 'web.places.empty_action' : 'web.staff.empty_action')}
          </Button>
        </Empty>
      ) : (
        <div className="svc-scroll" tabIndex={0} role="region" aria-label={t('web.services.tab_staff')}>
          <StaffList staff={staff.data.staff} places={places.data?.places ?? []} open={itemId} />
        </div>
      )}
      {staff.data && places.data && services.data && !noPlace && (itemId === 'new' || open) && (
        <StaffPanel
          key={itemId}
          person={open}
          places={places.data.places}
          services={services.data.services}
          onClose={() => void navigate('/services/staff')}
        />
      )}
    </>
  );
}

function StaffList({
  staff,
  places,
  open,
}: {
  staff: readonly StaffMember[];
  places: readonly WorkPlace[];
  open: string | undefined;
}) {
  const { t } = useWords();
  const order = useOrder(staff, (one) => one.staffId, {
    save: (ids) => taken(api.PUT('/api/staff/order', { body: { ids } })),
    touches: ['staff', 'services'],
  });
  const sort = useSortable(order.items.length, order.move);
  return (
    <section className="svc-section">
      <ul className="card svc-list" ref={sort.list}>
        {order.items.map((person, index) => (
          <li
            key={person.staffId}
            className={`svc-row ${sort.lifted === index ? 'lifted' : ''} ${person.staffId === open ? 'on' : ''}`}
          >
            {order.items.length > 1 ? (
              <button
                type="button"
                className="plain f-handle"
                {...sort.handle(index)}
                aria-label={t('web.services.move', { name: person.name })}
              >
                <IconGripVertical size={16} aria-hidden="true" />
              </button>
            ) : (
              <span className="svc-nohandle" />
            )}
            <Row
              person={person}
              place={places.length > 1 ? places.find((one) => one.placeId === person.placeId) : undefined}
            />
          </li>
        ))}
      </ul>
      <span className="visually-hidden" aria-live="assertive">
        {sort.said}
      </span>
    </section>
  );
}

function Row({ person, place }: { person: StaffMember; place: WorkPlace | undefined }) {
  const { t, pick, language } = useWords();
  const hours = workingHours(
    language,
    person.week.map(({ hours: list }) => (list[0] ? { from: list[0].from, to: list.at(-1)!.to } : null)),
  );
  const count = person.services.length;
  return (
    <Link to={`/services/staff/${person.staffId}`} className="svc-link">
      <Picture photoId={person.photoId} size={44} name={person.name} />
      <span className="sp">
        <span className="row wrap" style={{ gap: '2px 8px' }}>
          <span className="svc-name">{person.name}</span>
          {person.hidden && <Badge icon={IconEyeOff} tone="line" word={t('web.services.hidden_person')} small />}
          {!person.hidden && (hours === '' || count === 0) && (
            <Badge
              icon={IconUserOff}
              tone="wait"
              word={t(hours === '' ? 'web.staff.no_hours' : 'web.staff.no_services')}
              small
            />
          )}
        </span>
        <span className="svc-facts s t3">
          {place && <span>{pick(place.name)}</span>}
          {count > 0 && <span>{t('web.staff.services_count', { count })}</span>}
          {hours && <span>{hours}</span>}
        </span>
      </span>
    </Link>
  );
}
