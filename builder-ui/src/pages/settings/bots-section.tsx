import { Button, Modal, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconRobot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

const touches = ['bots', 'me'];

/** The bots through which clients come. */
export function BotsSection() {
  const { t } = useWords();
  const query = useQuery({ queryKey: ['bots'], queryFn: () => taken(api.GET('/api/bots')) });
  if (query.isPending) return <Waiting rows={2} height={90} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const { bots, simulator, webhookPossible } = query.data;
  return (
    <>
      <Section
        title={t('web.business.bots')}
        lead={bots.length === 0 ? t('web.business.bots_none') : t('web.business.bots_lead')}
      >
        {bots.map((bot) => (
          <BotCard key={bot.id} bot={bot} webhookPossible={webhookPossible} simulator={simulator} />
        ))}
      </Section>
      <ByToken />
      {simulator && <Simulated first={bots.length === 0} />}
    </>
  );
}

type Bot = NonNullable<Awaited<ReturnType<typeof load>>>['bots'][number];
const load = () => taken(api.GET('/api/bots'));

function BotCard({ bot, webhookPossible, simulator }: { bot: Bot; webhookPossible: boolean; simulator: boolean }) {
  const { t, maybe, when } = useWords();
  const [leaving, leave] = useState(false);
  const path = { params: { path: { id: bot.id } } };
  const change = useAction(
    (body: { enabled?: boolean; delivery?: 'polling' | 'webhook' }) =>
      taken(api.POST('/api/bots/{id}', { ...path, body })),
    { touches },
  );
  const check = useAction(() => taken(api.POST('/api/bots/{id}/check', { ...path, body: {} })), {
    touches,
    done: t('web.business.bot_checked'),
  });
  const remove = useAction(() => taken(api.POST('/api/bots/{id}/remove', { ...path, body: {} })), {
    touches,
    onDone: () => leave(false),
  });
  return (
    <article className="card col g12" style={{ padding: 14 }} aria-label={bot.name}>
      <div className="row g12 wrap">
        <span className="tile">
          <IconRobot size={18} aria-hidden="true" />
        </span>
        <div className="sp" style={{ minWidth: 160 }}>
          <b>{bot.name}</b>
          <div className="s t3">@{bot.username}</div>
        </div>
        <Switch
          label={t('web.business.bot_on')}
          checked={bot.enabled}
          onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
        />
      </div>
      <div className="row g8 s">
        {bot.problem ? (
          <span className="bdg bad">
            <IconAlertCircle size={15} aria-hidden="true" />
            {maybe(`error.${bot.problem}`, {}, bot.problem)}
          </span>
        ) : (
          <span className="bdg ok">
            <IconCheck size={15} aria-hidden="true" />
            {bot.lastUpdateAt
              ? t('web.business.bot_heard', { when: when(bot.lastUpdateAt) })
              : t('web.business.bot_quiet')}
          </span>
        )}
      </div>
      {webhookPossible && (
        <SegmentedControl
          aria-label={t('web.business.delivery')}
          value={bot.delivery}
          onChange={(value) => change.mutate({ delivery: value as 'polling' | 'webhook' })}
          data={[
            { value: 'polling', label: t('web.business.polling') },
            { value: 'webhook', label: t('web.business.webhook') },
          ]}
        />
      )}
      <div className="row wrap">
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate(undefined)}>
          {t('web.business.bot_check')}
        </Button>
        {simulator && (
          <Button component={Link} to={`/phone?bot=${bot.username}`} variant="default">
            {t('web.business.bot_try')}
          </Button>
        )}
        <span className="sp" />
        <Button variant="subtle" color="gray" c="var(--bad)" onClick={() => leave(true)}>
          {t('web.business.bot_remove')}
        </Button>
      </div>
      {leaving && (
        <Modal
          opened
          onClose={() => leave(false)}
          title={t('web.business.bot_remove_title', { name: bot.name })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <div className="col g12">
            <p className="s t2">{t('web.business.bot_remove_lead')}</p>
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <Button variant="default" onClick={() => leave(false)}>
                {t('web.not_now')}
              </Button>
              <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
                {t('web.business.bot_remove')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </article>
  );
}

function ByToken() {
  const { t } = useWords();
  const [token, setToken] = useState('');
  const connect = useAction(
    () => taken(api.POST('/api/bots', { body: { token: token.trim(), delivery: 'polling' } })),
    {
      touches,
      done: t('web.business.bot_connected'),
      onDone: () => setToken(''),
    },
  );
  return (
    <Section title={t('web.business.by_token')}>
      <ol className="s t2" style={{ margin: 0, paddingLeft: 20 }}>
        {(['one', 'two', 'three'] as const).map((step) => (
          <li key={step}>{t(`web.business.by_token_${step}`)}</li>
        ))}
      </ol>
      <form
        className="row wrap"
        style={{ alignItems: 'flex-end' }}
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate(undefined);
        }}
      >
        <TextInput
          label={t('web.business.token')}
          placeholder="123456789:AA…"
          autoComplete="off"
          spellCheck={false}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          style={{ flex: '1 1 260px' }}
        />
        <Button type="submit" loading={connect.isPending} disabled={token.trim().length < 10}>
          {t('web.business.connect')}
        </Button>
      </form>
    </Section>
  );
}

function Simulated({ first }: { first: boolean }) {
  const { t } = useWords();
  const me = useMe().data;
  const make = useAction(
    () => taken(api.POST('/api/bots/simulated', { body: { name: (me?.business.name ?? 'Takt').slice(0, 64) } })),
    { touches, done: t('web.business.bot_connected') },
  );
  return (
    <Section title={t('web.business.simulated')} lead={t('web.business.simulated_lead')}>
      <div>
        <Button variant={first ? 'filled' : 'default'} loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t('web.business.simulated_make')}
        </Button>
      </div>
    </Section>
  );
}
