import { Button, Switch } from '@mantine/core';
import {
  IconAlertCircle,
  IconBan,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
  IconClockPause,
  IconCopy,
  IconHandStop,
  IconPlugConnectedX,
  type Icon,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { useChosenEmulator } from './emulator-context.ts';
import { personaName, type Faults, type Persona } from './emulator.ts';
import type { LogItem } from './use-emulator.ts';

/** What the bot asked and was sent, newest first, and the troubles one can make. */
export function DeveloperPanel({
  log,
  onClear,
  faults,
  persona,
}: {
  log: LogItem[];
  onClear: () => void;
  faults: Faults;
  persona: Persona;
}) {
  const { t } = useWords();
  return (
    <section className="sim-developer" aria-label={t('web.phone.part_developer')}>
      <header className="row" style={{ padding: '12px 16px', borderBottom: '1px solid var(--line)' }}>
        <h2 className="sp">
          {t('web.phone.requests')} <span className="t3">{log.length}</span>
        </h2>
        <Button variant="subtle" color="gray" size="xs" onClick={onClear}>
          {t('web.phone.clear_log')}
        </Button>
      </header>
      <div
        style={{ flex: 1, minHeight: 0, overflow: 'auto' }}
        tabIndex={0}
        role="log"
        aria-label={t('web.phone.requests')}
      >
        {log.length === 0 && (
          <p className="s t3" style={{ padding: 16 }}>
            {t('web.phone.no_requests')}
          </p>
        )}
        {log.map((item) => (
          <Item key={item.key} item={item} />
        ))}
      </div>
      <FaultSwitches faults={faults} persona={persona} />
    </section>
  );
}

function Item({ item }: { item: LogItem }) {
  const { t, clock } = useWords();
  const [open, setOpen] = useState(false);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div className="rq">
      <button
        type="button"
        className="plain row"
        style={{ width: '100%' }}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="t3 xs" style={{ width: 56 }}>
          {clock(item.at)}
        </span>
        <span className="sp cut" style={{ fontWeight: 500 }}>
          {item.kind === 'request' ? item.request.method : t('web.phone.update', { id: item.id })}
        </span>
        {item.kind === 'request' ? (
          <Status item={item} />
        ) : (
          item.twice && (
            <span className="bdg info sm">
              <IconCopy size={14} aria-hidden="true" />
              ×2
            </span>
          )
        )}
        <Chevron size={16} className="t3" aria-hidden="true" />
      </button>
      <div className="xs t3 cut" style={{ paddingLeft: 64 }}>
        {item.kind === 'request' ? aboutRequest(item.request.params) : aboutUpdate(item.update)}
      </div>
      {open && (
        <pre className="js" tabIndex={0}>
          {JSON.stringify(item.kind === 'request' ? item.request.params : item.update, null, 2)}
        </pre>
      )}
    </div>
  );
}

function Status({ item }: { item: Extract<LogItem, { kind: 'request' }> }) {
  const { t } = useWords();
  const { status, ms, description } = item.request;
  const good = status >= 200 && status < 300;
  return (
    <span className={`bdg sm ${good ? 'ok' : 'bad'}`} title={description}>
      {good ? <IconCheck size={14} aria-hidden="true" /> : <IconAlertCircle size={14} aria-hidden="true" />}
      {good ? t('web.phone.ms', { ms: Math.round(ms) }) : status === 0 ? t('web.phone.lost') : status}
    </span>
  );
}

function aboutRequest(params: Record<string, unknown>): string {
  const text = params['text'] ?? params['caption'];
  const to = params['chat_id'] === undefined ? '' : `${String(params['chat_id'])}: `;
  return `${to}${typeof text === 'string' ? text.replaceAll(/<[^>]*>|\n/g, ' ') : ''}`.slice(0, 120);
}

function aboutUpdate(update: Record<string, unknown>): string {
  const [kind = '', content] = Object.entries(update)[0] ?? [];
  const said = content as { text?: string; data?: string; contact?: unknown } | undefined;
  return `${kind}: ${said?.text ?? said?.data ?? (said?.contact ? 'contact' : '')}`.slice(0, 120);
}

function FaultSwitches({ faults, persona }: { faults: Faults; persona: Persona }) {
  const { t } = useWords();
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey: ['phone'] });
  const emulator = useChosenEmulator();
  const put = useAction((change: Partial<Faults>) => emulator.faults(change), { touches: [], onDone: refresh });
  const block = useAction((blocked: boolean) => emulator.block(persona.id, blocked), { touches: [], onDone: refresh });
  return (
    <div style={{ padding: '10px 16px 12px', borderTop: '1px solid var(--line)' }}>
      <div className="row" style={{ marginBottom: 4 }}>
        <h3>{t('web.fault.title')}</h3>
        <span className="sp" />
        <span className="s t3 cut">{t('web.fault.lead')}</span>
      </div>
      <Fault
        icon={IconCopy}
        name="twice"
        on={faults.deliverTwice}
        onChange={(on) => put.mutate({ deliverTwice: on })}
      />
      <Fault
        icon={IconPlugConnectedX}
        name="lose"
        on={faults.loseAnswersEvery > 0}
        onChange={(on) => put.mutate({ loseAnswersEvery: on ? 5 : 0 })}
      />
      <Fault
        icon={IconHandStop}
        name="limit"
        on={faults.tooManyRequests !== null}
        onChange={(on) => put.mutate({ tooManyRequests: on ? { retryAfterSeconds: 3, times: 3 } : null })}
      />
      <Fault
        icon={IconClockPause}
        name="slow"
        on={faults.slowMs > 0}
        onChange={(on) => put.mutate({ slowMs: on ? 3000 : 0 })}
      />
      <Fault
        icon={IconBan}
        name="block"
        params={{ name: personaName(persona) }}
        on={persona.blocked}
        onChange={(on) => block.mutate(on)}
      />
    </div>
  );
}

function Fault({
  icon: Sign,
  name,
  on,
  onChange,
  params = {},
}: {
  icon: Icon;
  name: 'twice' | 'lose' | 'limit' | 'slow' | 'block';
  on: boolean;
  onChange: (on: boolean) => void;
  params?: Record<string, string>;
}) {
  const { t } = useWords();
  const id = `fault-${name}`;
  return (
    <div className="row g12" style={{ padding: '6px 0' }}>
      <span className="tile">
        <Sign size={18} aria-hidden="true" />
      </span>
      <label className="sp" htmlFor={id}>
        <span style={{ fontWeight: 500, display: 'block' }}>{t(`web.fault.${name}`)}</span>
        <span className="xs t3">{t(`web.fault.${name}_hint`, params)}</span>
      </label>
      <Switch id={id} checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    </div>
  );
}
