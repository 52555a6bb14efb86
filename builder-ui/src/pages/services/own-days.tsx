import { IconCalendarOff } from '@tabler/icons-react';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { SpecialDaysPart } from './special-days.tsx';
import { useStaff } from './use-setup.ts';

/** A master's own days off and other hours: the one thing of the set-up that they change themselves. */
export function OwnDays() {
  const { t } = useWords();
  const staff = useStaff();
  const own = staff.data?.staff.find(({ you }) => you);
  return (
    <div className="page svc">
      <header className="bar">
        <h1>{t('web.services.my_days')}</h1>
      </header>
      {staff.isPending ? (
        <Waiting rows={3} />
      ) : staff.error ? (
        <Failure error={staff.error} retry={() => void staff.refetch()} />
      ) : own ? (
        <div className="set-scroll">
          <div className="set-parts">
            <section className="card svc-own-days">
              <SpecialDaysPart of={{ staffId: own.staffId }} lead={t('web.days.mine_lead')} />
            </section>
          </div>
        </div>
      ) : (
        <Empty icon={IconCalendarOff} text={t('web.days.mine_none')} />
      )}
    </div>
  );
}
