import type { Question } from '../../src/content/model.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import type { Locale } from '../../src/core/locale.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import type { LocalDiscord, Message, Modal, User } from '../fakes/discord/types.ts';
import { typedAnswer, typedInBlanks, wantedInMenus, wrongNumber } from './practice.ts';
import { buttonsSeen, idsOf, labelsSeen, optionsSeen, pressed, said } from './seen.ts';

const WRITE = { ko: '✎ 답 쓰기', en: '✎ Type the answer' };
const SUBMIT = { ko: '제출하기', en: 'Submit' };
const TRUE = { ko: '맞아요 (O)', en: 'True' };
const FALSE = { ko: '틀려요 (X)', en: 'False' };
export const PASS = { ko: '모르겠어요', en: 'I do not know' };
export const NEXT = { ko: '다음 문제', en: 'Next question' };
export const RESULT = { ko: '결과 보기', en: 'See the result' };
/** The titles of a grade, and the button that begins what is asked again. */
export const GRADES = {
  ko: { right: '⭕ 맞았어요!', wrong: '❌ 아쉬워요', unknown: '🌱 괜찮아요, 지금 알아 가면 돼요' },
  en: { right: '⭕ Right!', wrong: '❌ Not quite', unknown: '🌱 No worries, now you will know' },
};
export const AGAIN = { ko: '못 맞힌 문제 다시 풀기', en: 'Try again what was missed' };

export interface Player {
  discord: LocalDiscord;
  user: User;
  locale: Locale;
}

/** A student, with the bot on a Discord of their own. */
export async function playerOn(bot: Bot, locale: Locale): Promise<Player & { logged: object[] }> {
  const { discord, logged } = await onDiscord({ bot });
  return { discord, logged, locale, user: discord.user('민수', { locale: locale === 'ko' ? 'ko' : 'en-GB' }) };
}

export const startQuiz = ({ discord, user }: Player, topic: string): Promise<Message> =>
  discord.slash(user, 'guild', 'quiz', { topic }).settled();

/** The question that a message asks: its buttons' lines name it third, `drill <state> <question> …`. */
export function questionIn(message: Message, questions: ReadonlyMap<string, Question>): Question {
  const id = idsOf(message)[0]?.split(' ')[2] ?? '';
  const question = questions.get(id);
  if (!question) throw new Error(`no question in ${idsOf(message)}`);
  return question;
}

/** What is shown of an option: without marks of code. */
const shownAs = (option: string): string => option.replaceAll('`', '');

/** The options that a message lists beside their numbers, as a person reads them. */
export const listed = (message: Message): string[] =>
  Array.from(said(message).matchAll(/^\*\*\d+\*\*\u2002(.*)$/gm), ([, label = '']) =>
    label.replace(/\\([^\p{L}\p{N}\s])/gu, '$1'),
  );

/** The label of the button that stands for an option: its own words, or its number. */
export function buttonFor(message: Message, option: string): string {
  const words = shownAs(option);
  if (labelsSeen(message).includes(words)) return words;
  const at = listed(message).indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not among ${listed(message)} nor ${labelsSeen(message)}`);
  return String(at + 1);
}

/** Opens the box to type an answer in. */
export async function openBox(discord: LocalDiscord, user: User, message: Message, locale: Locale): Promise<Modal> {
  const answer = await discord.press(user, message, { label: WRITE[locale] }).answered;
  if (answer.kind !== 'modal') throw new Error(`no box but ${answer.kind}`);
  return answer.modal;
}

/** Presses options one by one; those pressed stay, and can no longer be pressed. */
async function pressAll(discord: LocalDiscord, user: User, message: Message, steps: readonly string[]): Promise<void> {
  const numbers = steps.map((step) => buttonFor(message, step));
  for (const [i, number] of numbers.entries()) {
    const off = buttonsSeen(message).filter(({ disabled }) => disabled);
    const expected = numbers.slice(0, i).toSorted().join();
    if (off.map(({ label }) => label).join() !== expected)
      throw new Error(`not ${expected} but ${JSON.stringify(off)}`);
    await pressed(discord, user, message, number);
  }
}

/** The menus of a message by what stands above each: `**1**\u2002kubectl get`, with what was picked behind it. */
const menusSeen = (message: Message): string[] => {
  const blanks = Array.from(said(message).matchAll(/^\*\*([①-⑤])\*\*/gm), ([, sign = '']) => sign);
  if (blanks.length > 0) return blanks;
  return listed(message).map((line) => line.replace(/ → [^→]*$/, '').trim());
};

/** Chooses in one menu after the other, in a message that shows what was chosen, and sends them. */
export async function chooseEach(
  { discord, user, locale }: { discord: LocalDiscord; user: User; locale: Locale },
  message: Message,
  wanted: ReadonlyMap<string, string>,
): Promise<Message> {
  const menus = menusSeen(message);
  for (const [i, label] of menus.entries()) {
    const option = wanted.get(label);
    if (option === undefined) throw new Error(`nothing belongs to «${label}»`);
    if (labelsSeen(message).includes(SUBMIT[locale])) throw new Error('it can be sent too early');
    await discord.select(user, message, option, i).settled();
    if (
      !said(message)
        .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
        .includes(`→ ${option}`)
    )
      throw new Error(`«${option}» does not show as chosen`);
  }
  return pressed(discord, user, message, SUBMIT[locale]);
}

/** Answers as a student does who knows everything, or nothing: by what the message says. Gives the grade's message. */
export async function answerIt(
  { discord, user, locale }: { discord: LocalDiscord; user: User; locale: Locale },
  message: Message,
  question: Question,
  knows: boolean,
): Promise<Message> {
  const one = (option: string): Promise<Message> => pressed(discord, user, message, buttonFor(message, option));
  switch (question.type) {
    case 'single':
      return one((knows ? question.right : (question.wrong[0] ?? question.right))[locale]);
    case 'boolean':
      return one((question.answer === knows ? TRUE : FALSE)[locale]);
    case 'multiple': {
      const wanted = (knows ? question.right : question.wrong).map((option) => shownAs(option[locale]));
      const meant = optionsSeen(message).filter((label) => wanted.includes(label.replace(/^\d+\. /, '')));
      if (meant.length !== wanted.length) throw new Error(`${wanted} are not among ${optionsSeen(message)}`);
      return discord.select(user, message, meant).settled();
    }
    case 'order': {
      const steps = question.steps.map((step) => step[locale]);
      await pressAll(discord, user, message, knows ? steps : steps.toReversed());
      return message;
    }
    case 'match':
      return chooseEach({ discord, user, locale }, message, wantedInMenus(question, knows, locale));
    case 'gap': {
      const typed = typedInBlanks(question, knows);
      if (typed.length === 0)
        return chooseEach({ discord, user, locale }, message, wantedInMenus(question, knows, locale));
      const box = await openBox(discord, user, message, locale);
      const given = Object.fromEntries(box.fields.map(({ customId }, i) => [customId, typed[i] ?? '']));
      return discord.submit(user, box, given).settled();
    }
    case 'estimate':
    case 'number': {
      const box = await openBox(discord, user, message, locale);
      return discord.submit(user, box, knows ? String(question.answer) : wrongNumber(question)).settled();
    }
    default: {
      const box = await openBox(discord, user, message, locale);
      return discord.submit(user, box, typedAnswer(question, knows, locale)).settled();
    }
  }
}

/** Goes on in a practice, without knowing anything, until a question of this type is asked. */
export async function reach(how: Player, message: Message, questions: ReadonlyMap<string, Question>, type: string) {
  while (questionIn(message, questions).type !== type) {
    await pressed(how.discord, how.user, message, PASS[how.locale]);
    await pressed(how.discord, how.user, message, NEXT[how.locale]);
  }
}
