import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { useServices } from '../use-calendar.ts';
import { servicesOf, staffOf } from '../words.ts';

/** What the client had last time: one press takes it over. */
export function LastTime({
  contactId,
  onTake,
}: {
  contactId: string;
  onTake: (items: { serviceId: string; staffId: string; addonIds: string[] }[]) => void;
}) {
  const words = useWords();
  const { t } = words;
  const last = useQuery({
    queryKey: ['bookings', 'last-of', contactId],
    queryFn: () => taken(api.GET('/api/bookings', { params: { query: { contactId, view: 'all', limit: 1 } } })),
  }).data?.bookings[0];
  const services = useServices().data?.services;
  if (!last?.items.every((item) => services?.some(({ serviceId }) => serviceId === item.serviceId))) return null;
  return (
    <Button
      variant="default"
      className="touch start"
      size="xs"
      leftSection={<IconHistory size={16} aria-hidden="true" />}
      onClick={() =>
        onTake(
          last.items.map((item) => ({
            serviceId: item.serviceId,
            staffId: item.staffId,
            addonIds: item.addons.map(({ id }) => id),
          })),
        )
      }
    >
      <span className="cut">
        {t('web.bookings.as_last_time', { what: servicesOf(words, last), who: staffOf(last) })}
      </span>
    </Button>
  );
}
