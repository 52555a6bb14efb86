import { stepGroups, type StepGroup } from '#automation/groups.ts';
import { steps } from '#automation/steps/registry.ts';
import { tileOf } from './step-face.ts';

type Language = 'ru' | 'en';

const all = Object.values(steps).map((step) => step.definition);

/** Every word of the text has to be found: in the name, explanation, group or type, in either language. */
export function stepsFor(text: string, language: Language) {
  const wanted = plain(text).split(/\s+/);
  const fits = all.filter((one) => wanted.every((word) => readable(one).includes(word)));
  return (Object.keys(stepGroups) as StepGroup[])
    .map((group) => ({
      group,
      title: stepGroups[group][language],
      steps: fits
        .filter((one) => one.group === group)
        .map((one) => ({
          type: one.type,
          icon: one.icon,
          tile: tileOf(one),
          title: one.title[language],
          about: one.about[language],
        })),
    }))
    .filter((group) => group.steps.length > 0);
}

/** Which of the found steps is meant: the one whose name begins with the text, then a word of it, then the first. */
export function bestOf(steps: readonly { title: string }[], text: string): number {
  const wanted = plain(text).trim();
  const whole = steps.findIndex((step) => plain(step.title).startsWith(wanted));
  if (whole >= 0) return whole;
  const word = steps.findIndex((step) => plain(step.title).includes(` ${wanted}`));
  return Math.max(0, word);
}

const readable = (one: (typeof all)[number]): string =>
  plain(
    [one.title, one.about, stepGroups[one.group]].flatMap((words) => Object.values(words)).join(' ') + ` ${one.type}`,
  );

/** People leave the dots off ё. */
const plain = (text: string): string => text.toLocaleLowerCase().replaceAll('ё', 'е');
