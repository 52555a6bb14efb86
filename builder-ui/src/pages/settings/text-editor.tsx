import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { api, Problem, taken } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { sameEntry, saidIn, sides, type BotText, type Entry, type Side } from './texts-of-page.ts';
import { TextSide } from './text-side.tsx';

/** One text in both languages, side by side; on a phone one after the other. */
export function TextEditor({ text, onClose }: { text: BotText; onClose: () => void }) {
  const words = useWords();
  const { t, language } = words;
  const phone = useMediaQuery('(max-width: 767px)') ?? false;
  const [draft, setDraft] = useState<Record<Side, Entry>>(() => ({ ru: saidIn(text, 'ru'), en: saidIn(text, 'en') }));
  const [side, setSide] = useState<Side>(language);
  const [problem, setProblem] = useState<{ side: Side; form: string | undefined; words: string } | undefined>();
  const edited = sides.filter((one) => !sameEntry(draft[one], saidIn(text, one)));
  const save = useAction(
    async () => {
      const body = Object.fromEntries(
        edited.map((one) => [one, sameEntry(draft[one], text[one].default) ? null : draft[one]]),
      );
      try {
        return await taken(api.PUT('/api/texts/{key}', { params: { path: { key: text.key } }, body }));
      } catch (error) {
        const [at, form] = error instanceof Problem ? String(error.facts['path'] ?? '').split('.') : [];
        if (!(error instanceof Problem) || error.code !== 'text_invalid' || (at !== 'ru' && at !== 'en')) throw error;
        setProblem({ side: at, form, words: error.message });
        setSide(at);
        throw error;
      }
    },
    { touches: ['texts'], quiet: true, done: t('web.saved'), onDone: onClose },
  );
  return (
    <form
      className="text-edit"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        if (edited.length === 0) onClose();
        else save.mutate(undefined);
      }}
    >
      {phone && (
        <SegmentedControl
          fullWidth
          mb={12}
          aria-label={t('web.texts.languages')}
          value={side}
          onChange={(value) => setSide(value as Side)}
          data={sides.map((value) => ({ value, label: t(`web.texts.${value}`) }))}
        />
      )}
      <div className="text-sides">
        {sides
          .filter((one) => !phone || one === side)
          .map((one) => (
            <TextSide
              key={one}
              text={text}
              side={one}
              entry={draft[one]}
              problem={problem?.side === one ? problem : undefined}
              onChange={(entry) => {
                setDraft((before) => ({ ...before, [one]: entry }));
                if (problem?.side === one) setProblem(undefined);
              }}
            />
          ))}
      </div>
      <div className="text-foot">
        <Button type="submit" loading={save.isPending} disabled={edited.length === 0}>
          {t('web.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t(edited.length === 0 ? 'web.close' : 'web.texts.leave')}
        </Button>
        {save.error && !problem && (
          <span className="s week-wrong" role="alert">
            {errorWords(words, save.error)}
          </span>
        )}
        {edited.length > 0 && !save.error && <span className="s t2">{t('web.texts.unsaved')}</span>}
      </div>
    </form>
  );
}
