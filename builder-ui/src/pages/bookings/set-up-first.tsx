import { Button } from '@mantine/core';
import { IconCalendarCog } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, taken, type Me } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { useWords } from '../../words.tsx';

const first = ['no_place', 'no_service', 'no_staff'] as const;

/** Nothing can be booked yet: what is missing, and where it is made. */
export function SetUpFirst({ me }: { me: Me }) {
  const { t } = useWords();
  const master = me.role === 'master';
  const problems = useQuery({
    queryKey: ['setup-problems'],
    queryFn: () => taken(api.GET('/api/booking-setup/problems')),
    enabled: !master,
  }).data?.problems;
  if (master) return <Empty icon={IconCalendarCog} text={t('web.bookings.not_on_staff')} />;
  const missing = first.filter((kind) => problems?.some((one) => one.kind === kind));
  return (
    <Empty icon={IconCalendarCog} text={t('web.bookings.set_up')}>
      {missing.length > 0 && (
        <ol className="s" style={{ textAlign: 'left', margin: 0, paddingLeft: 20 }}>
          {missing.map((kind) => (
            <li key={kind}>{t(`web.bookings.set_up_${kind}`)}</li>
          ))}
        </ol>
      )}
      <Button component={Link} to="/services" h={44}>
        {t('web.bookings.set_up_go')}
      </Button>
    </Empty>
  );
}
