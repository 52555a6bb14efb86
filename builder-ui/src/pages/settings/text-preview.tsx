import { Formatted } from '../../forms/message-preview.tsx';
import { useWords } from '../../words.tsx';
import { formsOf, sampled, type BotText, type Entry, type Side } from './texts-of-page.ts';

/** How a client sees a text: a bubble, or a key under one. */
export function TextPreview({ text, side, entry }: { text: BotText; side: Side; entry: Entry }) {
  const { t, at } = useWords();
  const key = text.kind === 'button';
  return (
    <div className="tg text-look" lang={side} role="group" aria-label={t('web.texts.preview')}>
      {formsOf(entry).map(([form, said]) => {
        const shown = sampled(text, said.trim(), side, form);
        if (key)
          return (
            <span key={form ?? ''} className="text-key">
              {shown || '…'}
            </span>
          );
        return (
          <div key={form ?? ''} className="bub">
            {text.kind === 'message' || text.kind === 'line' ? <Formatted html={shown} /> : shown || '…'}
            <div className="tm">{at(new Date().toISOString(), 'time')}</div>
          </div>
        );
      })}
    </div>
  );
}
