import { t, type OwnWords } from '#texts/index.ts';
import { button, words, type Reader, type Screen } from './screen.ts';

/** Asked in both languages at once: nobody knows yet which one is read. */
export function languageScreen(own: OwnWords | undefined, repeat = false): Screen {
  const key = repeat ? 'language.repeat' : 'language.ask';
  return {
    text: `${t({ language: 'ru', own }, key)}\n${t({ language: 'en', own }, key)}`,
    keyboard: [
      [
        button(t('ru', 'language.name'), { do: 'language', language: 'ru' }),
        button(t('en', 'language.name'), { do: 'language', language: 'en' }),
      ],
    ],
  };
}

export function consentScreen(reader: Reader): Screen {
  return {
    text: words(reader, 'consent.ask'),
    keyboard: [
      [
        button(words(reader, 'consent.yes'), { do: 'consent', yes: true }),
        button(words(reader, 'consent.no'), { do: 'consent', yes: false }),
      ],
    ],
  };
}

export function settingsScreen(
  reader: Reader,
  contact: { marketingConsent: boolean | null; stopped: boolean },
  note?: string,
): Screen {
  const news = contact.marketingConsent === true;
  const text = words(reader, 'settings.text', {
    language: words(reader, 'language.name'),
    news: words(reader, news ? 'settings.news_on' : 'settings.news_off'),
    messages: words(reader, contact.stopped ? 'settings.messages_stopped' : 'settings.messages_on'),
  });
  return {
    text: note ? `${note}\n\n${text}` : text,
    keyboard: [
      [button(words(reader, 'settings.language_button'), { do: 'choose_language' })],
      [button(words(reader, news ? 'settings.news_turn_off' : 'settings.news_turn_on'), { do: 'consent', yes: !news })],
      [
        contact.stopped
          ? button(words(reader, 'stop.resume_button'), { do: 'resume' })
          : button(words(reader, 'settings.stop_button'), { do: 'stop' }),
      ],
    ],
  };
}

export function resumeScreen(reader: Reader, key: 'stop.done' | 'stop.already' | 'start.stopped'): Screen {
  return { text: words(reader, key), keyboard: [[button(words(reader, 'stop.resume_button'), { do: 'resume' })]] };
}
