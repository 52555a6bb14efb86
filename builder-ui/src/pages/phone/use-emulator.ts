import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { emulatorOf, type BotRequest, type EmulatorEvent } from './emulator.ts';

export type Answer = Extract<EmulatorEvent, { kind: 'answer' }>;
export type LogItem = { key: string; at: string } & (
  | { kind: 'request'; request: BotRequest }
  | { kind: 'update'; id: number; twice: boolean; update: Record<string, unknown> }
);

const kept = 200;

/** The emulator's state with one of its bots, followed live: who is there, what is written, what the bot asked. */
export function useEmulator(openUserId: number | undefined, bot: string | undefined) {
  const client = useQueryClient();
  const emulator = useMemo(() => emulatorOf(bot), [bot]);
  const state = useQuery({ queryKey: ['phone', 'state', bot ?? ''], queryFn: emulator.state, retry: 1 });
  const [log, setLog] = useState<LogItem[]>([]);
  const [answer, setAnswer] = useState<Answer | undefined>();
  const [typing, setTyping] = useState<number | undefined>();
  const [fresh, setFresh] = useState<Readonly<Record<number, number>>>({});
  const open = useRef(openUserId);
  open.current = openUserId;

  useEffect(() => {
    let over = false;
    setLog([]);
    setFresh({});
    void emulator
      .state()
      .then(({ lastRequest }) => emulator.requests(Math.max(0, lastRequest - 50)))
      .then((requests) => {
        if (!over) setLog((before) => [...requests.map(asItem).reverse(), ...before].slice(0, kept));
      })
      .catch(() => undefined);
    const source = emulator.events();
    let typed: ReturnType<typeof setTimeout> | undefined;
    let heard = false;
    source.onopen = () => {
      if (heard) void client.invalidateQueries({ queryKey: ['phone'] });
      heard = true;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as EmulatorEvent;
      if (event.kind === 'request') {
        setLog((before) => [asItem(event), ...before].slice(0, kept));
        // A used-up trouble switches itself off.
        if (event.status === 429) void client.invalidateQueries({ queryKey: ['phone', 'state'] });
        if (event.method === 'sendChatAction') {
          setTyping(Number(event.params['chat_id']));
          clearTimeout(typed);
          typed = setTimeout(() => setTyping(undefined), 5_000);
        }
        return;
      }
      if (event.kind === 'update') {
        const item: LogItem = {
          key: `u${event.update_id}`,
          at: new Date().toISOString(),
          kind: 'update',
          id: event.update_id,
          twice: event.twice,
          update: event.update,
        };
        setLog((before) => [item, ...before].slice(0, kept));
        return;
      }
      if (event.kind === 'answer') return setAnswer(event);
      if (event.kind === 'state') void client.invalidateQueries({ queryKey: ['phone', 'state'] });
      if (event.kind === 'message') {
        setTyping(undefined);
        const { userId } = event;
        if (userId !== open.current) setFresh((before) => ({ ...before, [userId]: (before[userId] ?? 0) + 1 }));
      }
      if (event.userId !== undefined) void client.invalidateQueries({ queryKey: ['phone', 'chat', event.userId] });
    };
    return () => {
      over = true;
      clearTimeout(typed);
      source.close();
    };
  }, [client, emulator]);

  useEffect(() => {
    if (openUserId !== undefined) setFresh((before) => ({ ...before, [openUserId]: 0 }));
  }, [openUserId]);

  return {
    emulator,
    state,
    log,
    clearLog: () => setLog([]),
    answer,
    forgetAnswer: () => setAnswer(undefined),
    typing,
    fresh,
  };
}

const asItem = (request: BotRequest): LogItem => ({ key: `r${request.n}`, at: request.at, kind: 'request', request });
