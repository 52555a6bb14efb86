import { IconExternalLink, IconChecks, IconPhone } from '@tabler/icons-react';
import { useWords } from '../../words.tsx';
import type { ChatMessage } from './emulator.ts';
import { RichText, safe } from './rich-text.tsx';

export function Bubble({
  message,
  busy,
  onPress,
  onCommand,
}: {
  message: ChatMessage;
  busy: (key: string) => boolean;
  onPress: (data: string, key: string) => void;
  onCommand: (command: string) => void;
}) {
  const { t, at } = useWords();
  const text = message.text ?? message.caption;
  const date = new Date(message.date * 1000).toISOString();
  return (
    <>
      <div className={`bub ${message.from === 'user' ? 'out' : ''} ${message.photo ? 'with-photo' : ''}`}>
        {message.photo && (
          <img
            src={message.photo.url}
            alt={t('web.phone.photo')}
            style={
              message.photo.width && message.photo.height
                ? { aspectRatio: `${message.photo.width} / ${message.photo.height}` }
                : undefined
            }
          />
        )}
        <div className={message.photo ? 'photo-text' : undefined}>
          {message.contact && (
            <span className="row g6">
              <IconPhone size={16} aria-hidden="true" />
              {message.contact.first_name}, {message.contact.phone_number}
            </span>
          )}
          {text !== undefined && <RichText text={text} entities={message.entities} onCommand={onCommand} />}
          <div className="tm">
            {message.edited && <span>{t('web.phone.edited')}</span>}
            <time dateTime={date}>{at(date, 'time')}</time>
            {message.from === 'user' && <IconChecks size={14} aria-hidden="true" />}
          </div>
        </div>
      </div>
      {message.inline_keyboard && message.inline_keyboard.length > 0 && (
        <div className="inline-keys">
          {message.inline_keyboard.map((row, index) => (
            <div key={index} className="inline-row">
              {row.map((button, place) => {
                const key = `${message.message_id}:${index}:${place}`;
                if (button.url) {
                  return (
                    <a key={key} href={safe(button.url)} target="_blank" rel="noreferrer">
                      {button.text}
                      <IconExternalLink size={13} className="corner" aria-hidden="true" />
                    </a>
                  );
                }
                return (
                  <button
                    key={key}
                    type="button"
                    className={busy(key) ? 'busy' : undefined}
                    aria-busy={busy(key)}
                    onClick={() => onPress(button.callback_data ?? '', key)}
                  >
                    {button.text}
                  </button>
                );
              })}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
