import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { DeveloperPanel } from './developer-panel.tsx';
import { emulator } from './emulator.ts';
import { Personas } from './personas.tsx';
import { Phone } from './phone.tsx';
import { useEmulator } from './use-emulator.ts';
import './phone.css';

/** The phone simulator: the very same bot, played clients, and what goes on between them. */
export function PhonePage() {
  const { t } = useWords();
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const narrow = useMediaQuery('(max-width: 1099px)') ?? false;
  const [part, setPart] = useState<'people' | 'phone' | 'developer'>('phone');
  const chosen = Number(params.get('persona')) || undefined;
  const emulated = useEmulator(chosen ?? undefined);
  const users = emulated.state.data?.users ?? [];
  const persona = users.find((one) => one.id === chosen) ?? users.find((one) => one.id !== 700100) ?? users[0];
  const again = useAction((userId: number) => emulator.clear(userId), {
    touches: [],
    onDone: () => void client.invalidateQueries({ queryKey: ['phone'] }),
  });
  if (emulated.state.isPending) return <Waiting />;
  if (emulated.state.error || !persona) {
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('web.nav.phone')}</h1>
        <Failure error={new Error()} retry={() => void emulated.state.refetch()} />
        <p className="s t3" style={{ textAlign: 'center', paddingBottom: 40 }}>
          {t('web.phone.no_emulator')}
        </p>
      </div>
    );
  }
  const choose = (id: number) => {
    setParams({ persona: String(id) });
    setPart('phone');
  };
  return (
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
            <span className="s t3 cut">
              {t('web.phone.as', { name: persona.first_name, bot: `@${emulated.state.data.bot.username}` })}
            </span>
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
  );
}
