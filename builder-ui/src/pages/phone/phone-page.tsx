import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { DeveloperPanel } from './developer-panel.tsx';
import { BotChoice } from './bot-choice.tsx';
import { EmulatorContext } from './emulator-context.ts';
import { emulatorOf } from './emulator.ts';
import { Personas } from './personas.tsx';
import { Phone } from './phone.tsx';
import { useEmulator } from './use-emulator.ts';
import './phone.css';

/** The phone simulator: the very same bot, played clients, and what goes on between them. */
export function PhonePage() {
  const me = useMe().data;
  const [params] = useSearchParams();
  const bots = useQuery({
    queryKey: ['phone', 'bots'],
    queryFn: async () => (await emulatorOf(undefined).state()).bots,
    retry: 1,
  });
  if (bots.isPending) return <Waiting />;
  const named = (username: string | null | undefined) =>
    bots.data?.find((bot) => bot.username.toLowerCase() === username?.toLowerCase());
  const chosen = named(params.get('bot')) ?? named(me?.business.bot?.username) ?? bots.data?.[0];
  if (!chosen) return <Silent retry={() => void bots.refetch()} />;
  return <Simulator key={chosen.id} bot={chosen.username} />;
}

function Silent({ retry }: { retry: () => void }) {
  const { t } = useWords();
  return (
    <div className="page">
      <h1 className="visually-hidden">{t('web.nav.phone')}</h1>
      <Failure error={new Error()} retry={retry} />
      <p className="s t3" style={{ textAlign: 'center', paddingBottom: 40 }}>
        {t('web.phone.no_emulator')}
      </p>
    </div>
  );
}

function Simulator({ bot }: { bot: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const narrow = useMediaQuery('(max-width: 1099px)') ?? false;
  const [part, setPart] = useState<'people' | 'phone' | 'developer'>('phone');
  const chosen = Number(params.get('persona')) || undefined;
  const emulated = useEmulator(chosen, bot);
  const users = emulated.state.data?.users ?? [];
  const persona = users.find((one) => one.id === chosen) ?? users.find((one) => one.id !== 700100) ?? users[0];
  const again = useAction((userId: number) => emulated.emulator.clear(userId), {
    touches: [],
    onDone: () => void client.invalidateQueries({ queryKey: ['phone'] }),
  });
  if (emulated.state.isPending) return <Waiting />;
  if (emulated.state.error || !persona) return <Silent retry={() => void emulated.state.refetch()} />;
  const { bots } = emulated.state.data;
  const choose = (id: number) => {
    setParams((before) => {
      before.set('persona', String(id));
      return before;
    });
    setPart('phone');
  };
  const turnTo = (username: string) =>
    setParams((before) => {
      before.set('bot', username);
      return before;
    });
  return (
    <EmulatorContext value={emulated.emulator}>
      <div className="simulator">
        {narrow && (
          <div className="sim-switch">
            {part !== 'people' && <h1 className="visually-hidden">{t('web.nav.phone')}</h1>}
            <SegmentedControl
              fullWidth
              aria-label={t('web.nav.phone')}
              value={part}
              onChange={(value) => setPart(value as typeof part)}
              data={(['people', 'phone', 'developer'] as const).map((value) => ({
                value,
                label: t(`web.phone.part_${value}`),
              }))}
            />
          </div>
        )}
        {(!narrow || part === 'people') && (
          <Personas users={users} openId={persona.id} fresh={emulated.fresh} onChoose={choose} />
        )}
        {(!narrow || part === 'phone') && (
          <section className="sim-middle" aria-label={t('web.phone.part_phone')}>
            <div className="row sim-tools">
              {bots.length > 1 ? (
                <BotChoice bots={bots} chosen={bot} onChoose={turnTo} />
              ) : (
                <span className="s t3 cut">{t('web.phone.as', { name: persona.first_name, bot: `@${bot}` })}</span>
              )}
              <span className="sp" />
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                h={32}
                leftSection={<IconRefresh size={16} aria-hidden="true" />}
                loading={again.isPending}
                onClick={() => again.mutate(persona.id)}
              >
                {t('web.phone.start_afresh')}
              </Button>
            </div>
            <Phone
              key={persona.id}
              bot={emulated.state.data.bot}
              persona={persona}
              answer={emulated.answer?.userId === persona.id ? emulated.answer : undefined}
              onAnswerSeen={emulated.forgetAnswer}
              typing={emulated.typing === persona.id}
            />
          </section>
        )}
        {(!narrow || part === 'developer') && (
          <DeveloperPanel
            log={emulated.log}
            onClear={emulated.clearLog}
            faults={emulated.state.data.faults}
            persona={persona}
          />
        )}
      </div>
    </EmulatorContext>
  );
}
