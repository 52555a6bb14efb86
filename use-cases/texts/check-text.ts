import { readHtml } from '#automation/telegram-html.ts';
import type { Language } from '#texts/index.ts';
import { limits, type Changeable } from './changeable.ts';
import { defaultOf, formsOf, holesIn, variablesOf, type Entry } from './variables.ts';

/** Why a text cannot be said: where, and what is wrong, in plain words of both languages. */
export type TextProblem = { path: string; problem: string; words: Record<Language, string> };

/** Looks a changed text over. @returns the first problem, or nothing. */
export function checkText(what: Changeable, language: Language, entry: Entry): TextProblem | undefined {
  const builtIn = defaultOf(language, what.key);
  if (typeof entry !== typeof builtIn)
    return problem(language, undefined, 'forms', ['Нужны все формы числа.', 'Every form of the number is needed.']);
  if (typeof entry !== 'string') {
    const wanted = formsOf(builtIn).map(([form]) => form);
    const given = formsOf(entry).map(([form]) => form);
    if (wanted.some((form) => !given.includes(form)) || given.some((form) => !wanted.includes(form)))
      return problem(language, undefined, 'forms', [
        `Нужны формы: ${wanted.join(', ')}.`,
        `The forms needed are: ${wanted.join(', ')}.`,
      ]);
  }
  for (const [form, text] of formsOf(entry)) {
    const found = checkForm(what, language, form, text);
    if (found) return found;
  }
  return undefined;
}

function checkForm(what: Changeable, language: Language, form: string | undefined, text: string) {
  const say = (code: string, words: readonly [string, string]) => problem(language, form, code, words);
  if (text.trim() === '') return say('empty', ['Текст пуст.', 'The text is empty.']);
  if (text.includes('\0'))
    return say('sign', ['В тексте есть недопустимый знак.', 'The text holds a sign that cannot be sent.']);
  const allowed = variablesOf(what.key).map(({ name }) => name);
  const stranger = holesIn(text).find((name) => !allowed.includes(name));
  if (stranger !== undefined)
    return say('variable', [
      `Переменной {${stranger}} здесь нет. ${allowed.length === 0 ? 'Этот текст без переменных.' : `Есть: ${listed(allowed)}.`}`,
      `There is no variable {${stranger}} here. ${allowed.length === 0 ? 'This text has none.' : `There are: ${listed(allowed)}.`}`,
    ]);
  // What is left of braces after every variable is a variable that lost one of its own.
  if (/[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, '')))
    return say('brace', [
      'Скобка { или } без пары: переменная пишется целиком, {вот_так}.',
      'A brace { or } without its other half: a variable is written whole, {like_this}.',
    ]);
  const plain = what.kind === 'button' || what.kind === 'word' || what.kind === 'notice';
  if (plain && /[<>]/.test(text))
    return say('html', ['Здесь только простой текст, без < и >.', 'Plain text only here, without < and >.']);
  if ((what.kind === 'button' || what.kind === 'word') && /[\r\n]/.test(text))
    return say('line', ['Здесь одна строка.', 'One line only here.']);
  const html = plain ? undefined : brokenHtml(text);
  if (html) return say('html', html);
  const seen = plain
    ? text
    : readHtml(text)
        .map((run) => run.text)
        .join('');
  const limit = limits[what.kind];
  if (seen.length > limit)
    return say('long', [
      `Длинно: ${seen.length} знаков, а можно ${limit}.`,
      `Too long: ${seen.length} characters of ${limit}.`,
    ]);
  return undefined;
}

const tags = /^<(\/?)(b|strong|i|em|u|ins|s|strike|del|code|a)(\s+href="[^"<>]*")?\s*>$/i;

/** Telegram refuses a whole message for one tag, so that one is found here. */
function brokenHtml(text: string): readonly [string, string] | undefined {
  const open: string[] = [];
  for (const [token] of text.matchAll(/<[^<>]*>?/g)) {
    const tag = tags.exec(token);
    const name = tag?.[2]?.toLowerCase();
    const linked = tag?.[3] !== undefined;
    if (!tag || name === undefined || linked !== (name === 'a' && tag[1] === ''))
      return [
        `«${token}»: такого форматирования нет. Можно <b>, <i>, <u>, <s>, <code> и <a href="…">; знак < пишется &lt;`,
        `“${token}”: there is no such formatting. There are <b>, <i>, <u>, <s>, <code> and <a href="…">; the sign < is written &lt;`,
      ];
    if (tag[1] !== '/') {
      if (name === 'a' && !/^\s+href="(https?:\/\/|tg:\/\/|mailto:|tel:)[^\s{}]+"$/i.test(tag[3] ?? ''))
        return [
          'Ссылка ведёт в никуда: нужен полный адрес, https://…',
          'The link leads nowhere: a whole address is needed, https://…',
        ];
      open.push(name);
    } else if (open.pop() !== name)
      return [`«${token}» закрывает то, что не открыто.`, `“${token}” closes what is not open.`];
  }
  const left = open.pop();
  if (left === undefined) return undefined;
  return [`<${left}> не закрыт: в конце нужен </${left}>.`, `<${left}> is not closed: </${left}> is missing.`];
}

const listed = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

const problem = (
  language: Language,
  form: string | undefined,
  code: string,
  [ru, en]: readonly [string, string],
): TextProblem => ({ path: form === undefined ? language : `${language}.${form}`, problem: code, words: { ru, en } });
