import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBan, IconDotsVertical, IconKeyboard, IconMenu2, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Avatar } from '../../components/avatar.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { Bubble } from './bubble.tsx';
import { useChosenEmulator } from './emulator-context.ts';
import type { Persona, State } from './emulator.ts';
import type { Answer } from './use-emulator.ts';

type PhoneProps = {
  bot: State['bot'];
  persona: Persona;
  answer: Answer | undefined;
  onAnswerSeen: () => void;
  typing: boolean;
};

/** A chat as the client sees it. */
export function Phone({ bot, persona, answer, onAnswerSeen, typing }: PhoneProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const emulator = useChosenEmulator();
  const [text, setText] = useState('');
  const [keysOpen, setKeysOpen] = useState(true);
  const [pressed, setPressed] = useState<{ key: string; id: string } | undefined>();
  const chat = useQuery({
    queryKey: ['phone', 'chat', persona.id, bot.id],
    queryFn: () => emulator.chat(persona.id),
  });
  const refresh = () => void client.invalidateQueries({ queryKey: ['phone', 'chat', persona.id] });
  const say = useAction((said: { text: string } | { contact: true }) => emulator.say(persona.id, said), {
    touches: [],
    onDone: refresh,
  });
  const press = useAction(
    (what: { message_id: number; data: string; key: string }) =>
      emulator
        .press(persona.id, { message_id: what.message_id, data: what.data })
        .then(({ callback_query_id }) => ({ key: what.key, id: callback_query_id })),
    {
      touches: [],
      onDone: setPressed,
    },
  );
  const block = useAction((blocked: boolean) => emulator.block(persona.id, blocked), {
    touches: [],
    onDone: () => void client.invalidateQueries({ queryKey: ['phone'] }),
  });
  const messages = chat.data?.messages ?? [];
  const blocked = chat.data?.blocked ?? persona.blocked;
  const list = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.message_id;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last, messages.length, typing]);

  const submit = (said: string) => {
    if (said.trim() === '' || blocked) return;
    say.mutate({ text: said.trim() });
    setText('');
  };
  const commands =
    bot.commands.length > 0
      ? bot.commands
      : (bot.commandsByScope?.find((one) => one.commands.length > 0)?.commands ?? []);
  const keyboard = chat.data?.reply_keyboard;
  return (
    <div className="phone">
      <div className="phone-screen">
        <header className="phone-head">
          <Avatar name={bot.first_name} />
          <div className="sp">
            <b className="cut" style={{ display: 'block' }}>
              {bot.first_name}
            </b>
            <div className="xs" style={{ color: 'var(--tg-meta)' }} aria-live="polite">
              {typing ? t('web.phone.typing') : t('web.phone.bot')}
            </div>
          </div>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('web.phone.chat_menu')}>
                <IconDotsVertical size={20} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconBan size={16} />} onClick={() => block.mutate(!blocked)}>
                {t(blocked ? 'web.phone.unblock' : 'web.phone.block')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </header>
        <div className="phone-chat tg" ref={list} role="log" aria-label={t('web.phone.chat')} tabIndex={0}>
          <span className="sp" />
          {messages.length === 0 && !chat.isPending && <div className="phone-start">{t('web.phone.start_hint')}</div>}
          {messages.map((message) => (
            <Bubble
              key={message.message_id}
              message={message}
              busy={(key) =>
                (press.isPending && press.variables?.key === key) ||
                (pressed?.key === key && answer?.callback_query_id !== pressed.id)
              }
              onPress={(data, key) => press.mutate({ message_id: message.message_id, data, key })}
              onCommand={submit}
            />
          ))}
        </div>
        <AnswerToast answer={answer} onSeen={onAnswerSeen} />
        {blocked ? (
          <div className="phone-input">
            <Button fullWidth variant="subtle" onClick={() => block.mutate(false)}>
              {t('web.phone.unblock')}
            </Button>
          </div>
        ) : messages.length === 0 ? (
          <div className="phone-input">
            <Button fullWidth loading={say.isPending} onClick={() => submit('/start')}>
              {t('web.phone.start')}
            </Button>
          </div>
        ) : (
          <form
            className="phone-input"
            onSubmit={(event) => {
              event.preventDefault();
              submit(text);
            }}
          >
            {commands.length > 0 && (
              <Menu position="top-start" withinPortal>
                <Menu.Target>
                  <ActionIcon variant="filled" size={34} radius="xl" aria-label={t('web.phone.commands')}>
                    <IconMenu2 size={18} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {commands.map((command) => (
                    <Menu.Item
                      key={command.command}
                      onClick={() => submit(`/${command.command}`)}
                      rightSection={<span className="xs t3">/{command.command}</span>}
                    >
                      {command.description}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
            <input
              className="phone-field"
              aria-label={t('web.phone.message')}
              placeholder={keyboard?.input_field_placeholder ?? t('web.phone.message')}
              value={text}
              onChange={(event) => setText(event.target.value)}
              autoComplete="off"
            />
            {keyboard && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={t('web.phone.keyboard')}
                aria-pressed={keysOpen}
                onClick={() => setKeysOpen(!keysOpen)}
              >
                <IconKeyboard size={20} />
              </ActionIcon>
            )}
            <ActionIcon
              type="submit"
              variant="subtle"
              size={34}
              aria-label={t('web.phone.send')}
              disabled={text.trim() === ''}
            >
              <IconSend size={20} />
            </ActionIcon>
          </form>
        )}
        {keyboard && keysOpen && !blocked && messages.length > 0 && (
          <div className="reply-keys">
            {keyboard.keyboard.map((row, index) => (
              <div key={index} className="reply-row">
                {row.map((button, place) => {
                  const one = typeof button === 'string' ? { text: button } : button;
                  return (
                    <button
                      key={place}
                      type="button"
                      onClick={() => (one.request_contact ? say.mutate({ contact: true }) : submit(one.text))}
                    >
                      {one.text}
                    </button>
                  );
                })}
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** What the bot says to a pressed button: a word that passes, or a window that waits. */
function AnswerToast({ answer, onSeen }: { answer: Answer | undefined; onSeen: () => void }) {
  const { t } = useWords();
  const seen = useRef(onSeen);
  seen.current = onSeen;
  const text = answer?.text;
  useEffect(() => {
    if (!text || answer?.show_alert) return undefined;
    const timer = setTimeout(() => seen.current(), 4_000);
    return () => clearTimeout(timer);
  }, [answer, text]);
  if (!text) return null;
  if (!answer.show_alert)
    return (
      <div className="phone-toast" role="status">
        {text}
      </div>
    );
  return (
    <div className="phone-alert" role="alertdialog" aria-label={text}>
      <div>
        <p>{text}</p>
        <Button variant="subtle" fullWidth autoFocus onClick={onSeen}>
          {t('web.phone.alert_close')}
        </Button>
      </div>
    </div>
  );
}
