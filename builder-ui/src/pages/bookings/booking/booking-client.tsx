import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconMessage2, IconPhone } from '@tabler/icons-react';
import { Link } from 'react-router';
import { readablePhone } from '#domain/contacts/phone.ts';
import type { BookingCard } from '../../../api.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { usePhone } from '../../../shell/use-phone.ts';
import { useWords } from '../../../words.tsx';
import { usePlaceTime } from '../words.ts';

/** Who comes, how they kept their visits, and the ways to reach them. */
export function BookingClient({ booking }: { booking: BookingCard }) {
  const { t } = useWords();
  const phone = usePhone();
  const place = usePlaceTime(booking.timeZone);
  const { contact, client } = booking;
  const size = phone ? 44 : 32;
  const to = `/clients/${contact.contactId}`;
  return (
    <div className="card col g8" style={{ padding: '10px 12px' }}>
      <div className="row g12">
        <Avatar name={contact.name} size="lg" />
        <div className="sp">
          <Link to={to} className="blk cut" style={{ color: 'var(--text)', fontWeight: 600 }}>
            {contact.name}
          </Link>
          <div className="s t3">
            {client.visits === 0
              ? t('web.bookings.first_visit')
              : t('web.bookings.visits', {
                  count: client.visits,
                  last: client.lastVisitAt ? place.date(client.lastVisitAt) : '',
                })}
          </div>
          {contact.phone && <div className="s t3">{readablePhone(contact.phone)}</div>}
        </div>
        {client.hasChat && (
          <Tooltip label={t('web.bookings.write')}>
            <ActionIcon component={Link} to={to} variant="default" size={size} aria-label={t('web.bookings.write')}>
              <IconMessage2 size={18} />
            </ActionIcon>
          </Tooltip>
        )}
        {contact.phone && (
          <ActionIcon
            component="a"
            href={`tel:${contact.phone}`}
            variant="default"
            size={size}
            aria-label={t('web.bookings.call')}
          >
            <IconPhone size={18} />
          </ActionIcon>
        )}
      </div>
      {client.noShows > 0 && (
        <div className="row g6 s">
          <IconAlertTriangle size={16} className="warn" aria-hidden="true" />
          {t('web.bookings.no_shows', { count: client.noShows })}
        </div>
      )}
      {client.unreachable && <div className="s t3">{t('web.bookings.unreachable')}</div>}
      {!client.hasChat && <div className="s t3">{t('web.bookings.no_chat')}</div>}
    </div>
  );
}
