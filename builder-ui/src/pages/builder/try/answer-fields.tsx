import { NativeSelect, TextInput } from '@mantine/core';
import type { AutomationDraft } from '#automation/document.ts';
import { namesIn } from '#automation/variables.ts';
import { useWords } from '../../../words.tsx';
import { faceOf } from '../step-face.ts';
import { askingSteps } from './asking-steps.ts';
import { DelayField } from './delay-field.tsx';
import type { ToldAnswer } from './story.ts';

const NONE = '';
const TEXT = ' text';

/** What the client answers to each step that asks; without a choice they are silent. */
export function AnswerFields({
  document,
  answers,
  onChange,
}: {
  document: AutomationDraft;
  answers: Readonly<Record<string, ToldAnswer>>;
  onChange(answers: Readonly<Record<string, ToldAnswer>>): void;
}) {
  const words = useWords();
  const { t, pick } = words;
  const asking = askingSteps(document);
  if (asking.length === 0) return null;
  const names = namesIn(document);
  const set = (id: string, answer: ToldAnswer | undefined) => {
    const { [id]: _before, ...others } = answers;
    onChange(answer ? { ...others, [id]: answer } : others);
  };
  return (
    <section className="col g12" aria-label={t('web.try.answers')}>
      <h3>{t('web.try.answers')}</h3>
      {asking.map(({ node, buttons, takesText }) => {
        const answer = answers[node.id];
        const step = faceOf({ node, names }, words).words;
        return (
          <div key={node.id} className="try-event">
            <NativeSelect
              label={t('web.try.answer_to', { step })}
              value={answer === undefined ? NONE : (answer.button ?? TEXT)}
              data={[
                { value: NONE, label: t('web.try.answer_none') },
                ...buttons.map((button) => ({ value: button.id, label: pick(button.label) || button.id })),
                ...(takesText ? [{ value: TEXT, label: t('web.try.answer_text') }] : []),
              ]}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                const after = answer?.after ?? 'PT10M';
                if (chosen === NONE) set(node.id, undefined);
                else set(node.id, chosen === TEXT ? { text: '', after } : { button: chosen, after });
              }}
            />
            {answer && (
              <>
                {answer.button === undefined && (
                  <TextInput
                    label={t('web.try.answer_said')}
                    maxLength={500}
                    value={answer.text ?? ''}
                    onChange={(event) => set(node.id, { ...answer, text: event.currentTarget.value })}
                  />
                )}
                <DelayField
                  label={t('web.try.after')}
                  value={answer.after}
                  onChange={(after) => set(node.id, { ...answer, after })}
                />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
