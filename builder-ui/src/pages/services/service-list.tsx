import { IconClock, IconEyeOff, IconGripVertical, IconUserOff, IconUsersGroup, IconVideo } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, taken, type Service } from '../../api.ts';
import { Badge } from '../../components/badges.tsx';
import { useSortable } from '../../forms/use-sortable.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { minutesWords } from './minutes.ts';
import { Picture } from './picture.tsx';
import { priceWords } from './price-words.ts';
import { useOrder } from './use-order.ts';

/** The services of a section; their order is the one that clients see. */
export function ServiceList({
  services,
  open,
  canMove,
}: {
  services: readonly Service[];
  open: string | undefined;
  canMove: boolean;
}) {
  const order = useOrder(services, (one) => one.serviceId, {
    save: (ids) => taken(api.PUT('/api/services/order', { body: { ids } })),
    touches: ['services'],
  });
  const sort = useSortable(order.items.length, order.move);
  const { t, pick } = useWords();
  return (
    <>
      <ul className="card svc-list" ref={sort.list}>
        {order.items.map((service, index) => (
          <li
            key={service.serviceId}
            className={`svc-row ${sort.lifted === index ? 'lifted' : ''} ${service.serviceId === open ? 'on' : ''}`}
          >
            {canMove && order.items.length > 1 ? (
              <button
                type="button"
                className="plain f-handle"
                {...sort.handle(index)}
                aria-label={t('web.services.move', { name: pick(service.name) })}
              >
                <IconGripVertical size={16} aria-hidden="true" />
              </button>
            ) : (
              <span className="svc-nohandle" />
            )}
            <Row service={service} />
          </li>
        ))}
      </ul>
      <span className="visually-hidden" aria-live="assertive">
        {sort.said}
      </span>
    </>
  );
}

function Row({ service }: { service: Service }) {
  const words = useWords();
  const { t, pick } = words;
  const currency = useMe().data?.business.currency;
  const givers = service.givers.filter(({ hidden }) => !hidden);
  const names = givers.map(({ name }) => name.split(' ')[0]).join(', ');
  return (
    <Link to={`/services/service/${service.serviceId}`} className="svc-link">
      <Picture photoId={service.photoId} size={44} />
      <span className="sp">
        <span className="row wrap" style={{ gap: '2px 8px' }}>
          <span className="svc-name">{pick(service.name)}</span>
          {service.hidden && <Badge icon={IconEyeOff} tone="line" word={t('web.services.hidden')} small />}
          {!service.hidden && givers.length === 0 && (
            <Badge icon={IconUserOff} tone="wait" word={t('web.services.nobody')} small />
          )}
        </span>
        <span className="svc-facts s t3">
          <span>
            <IconClock size={14} aria-hidden="true" /> {minutesWords(words, service.durationMinutes)}
          </span>
          {service.capacity > 1 && (
            <span>
              <IconUsersGroup size={14} aria-hidden="true" /> {t('web.services.group', { count: service.capacity })}
            </span>
          )}
          {service.format !== 'place' && (
            <span>
              <IconVideo size={14} aria-hidden="true" />{' '}
              {t(service.format === 'online' ? 'web.services.online' : 'web.services.online_or_place')}
            </span>
          )}
          {names && <span className="cut">{names}</span>}
        </span>
      </span>
      <span className="svc-price nw">{priceWords(words, service, currency)}</span>
    </Link>
  );
}
