/** Playing a practice on Slack by what a message or a modal says. */
import type { Question } from '../../../src/content/model.ts';
import type { Bot } from '../../../src/core/command/dispatch.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { uncircled } from '../../../src/language/circled.ts';
import type { Logged } from '../../support/logged.ts';
import { typedAnswer, typedInBlanks, wantedInMenus, wrongNumber } from '../../support/practice.ts';
import { onSlack } from './bot.ts';
import {
  changed,
  homeOf,
  labelsSeen,
  linesSent,
  named,
  optionsSeen,
  picks,
  pressedIn,
  type Shown,
  said,
  visible,
} from './seen.ts';
import type { Act, LocalSlack, Message, User, View } from './types.ts';

export const WRITE = { ko: '✎ 답 쓰기', en: '✎ Type the answer' };
export const PASS = { ko: '모르겠어요', en: 'I do not know' };
export const NEXT = { ko: '다음 문제', en: 'Next question' };
export const RESULT = { ko: '결과 보기', en: 'See the result' };
/** The titles of a grade, and the button that begins what is asked again. */
export const GRADES = {
  ko: { right: '⭕ 맞았어요!', wrong: '❌ 아쉬워요', unknown: '🌱 괜찮아요, 지금 알아 가면 돼요' },
  en: { right: '⭕ Right!', wrong: '❌ Not quite', unknown: '🌱 No worries, now you will know' },
};
export const AGAIN = { ko: '못 맞힌 문제 다시 풀기', en: 'Try again what was missed' };
export const SEND = { ko: '제출하기', en: 'Submit' };
export const QUIZ = { ko: '이걸로 퀴즈 풀기', en: 'Quiz me on this' };
const TRUE = { ko: '맞아요 (O)', en: 'True' };
const FALSE = { ko: '틀려요 (X)', en: 'False' };

export interface Player {
  slack: LocalSlack;
  user: User;
  locale: Locale;
}

/** Where a question stands. */
export type Asked = Message | View;

/** A student, with the bot on a Slack of their own. */
export async function playerOn(
  bot: Bot,
  locale: Locale,
  mode: 'socket' | 'http' = 'socket',
): Promise<Player & { logged: Logged[] }> {
  const { slack, logged } = await onSlack({ bot, mode });
  return { slack, logged, locale, user: slack.user('민수', { locale: locale === 'ko' ? 'ko-KR' : 'en-GB' }) };
}

/** Where a practice can be begun; a `modal` stands over the home tab. */
export const PLACES = ['class', 'thread', 'dm', 'modal'] as const;
export type PracticePlace = (typeof PLACES)[number];

/** The modal that the search box of the home tab opens for a title. */
async function openedFor({ slack, user }: Player, title: string): Promise<View> {
  const home = slack.home(user) ?? (await homeOf(slack, user));
  return (await picks(slack, user, home, title)).view();
}

/** The first question of a practice on a topic, by its title. */
export async function startQuiz(how: Player, topic: string, place: PracticePlace = 'class'): Promise<Asked> {
  const { slack, user, locale } = how;
  switch (place) {
    case 'class':
      return slack.command(user, 'class', `/quiz ${topic}`).message();
    case 'thread':
      return slack.mention(user, 'thread', `quiz ${topic}`).message();
    case 'dm':
      return slack.direct(user, `quiz ${topic}`).message();
    case 'modal':
      return pressedIn(slack, user, await openedFor(how, topic), QUIZ[locale]);
    default:
      return place satisfies never;
  }
}

const isView = (on: Asked): on is View => 'hash' in on;

/** What is shown once an act on a question has come through: the same, changed. */
const after = (on: Asked, act: Act): Promise<Asked> => (isView(on) ? changed(on, act) : act.message());

/** Presses a button of a message or a modal; gives what answers. */
export const press = ({ slack, user }: Player, on: Asked, label: string): Promise<Asked> =>
  after(on, slack.press(user, on, named(on, label)));

/** The question that is asked: the lines of its buttons name it third, `drill <state> <question> …`. */
export function questionIn(on: Asked, questions: ReadonlyMap<string, Question>): Question {
  const id = linesSent(on)[0]?.split(' ')[2] ?? '';
  const question = questions.get(id);
  if (!question) throw new Error(`no question in ${linesSent(on)}`);
  return question;
}

/** What is shown of an option: without marks of code. */
const shownAs = (option: string): string => option.replaceAll('`', '');

/** The options that are listed beside their numbers. */
export const listed = (on: Shown): string[] =>
  Array.from(said(on).matchAll(/^\d+ {2}(?! )(.*)$/gm), ([, label = '']) => label);

/** The label of the button that stands for an option: its own words, or its number. */
function buttonFor(on: Asked, option: string): string {
  const words = shownAs(option);
  if (labelsSeen(on).includes(words)) return words;
  const at = listed(on).indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not among ${listed(on)} nor ${labelsSeen(on)}`);
  return String(at + 1);
}

/** Opens the modal to type an answer in. */
export const openBox = ({ slack, user, locale }: Player, on: Asked): Promise<View> =>
  slack.press(user, on, { label: WRITE[locale] }).view();

/** Sends what was typed; gives the grade. */
export const submit = ({ slack, user }: Player, on: Asked, box: View, typed: string): Promise<Asked> =>
  after(on, slack.submit(user, box, typed));

/** Picks options in the menu and submits them; gives the grade. */
export async function choose(how: Player, on: Asked, labels: readonly string[]): Promise<Asked> {
  await how.slack.select(how.user, on, labels).acknowledged;
  return press(how, on, SEND[how.locale]);
}

/** Presses steps one by one; those pressed can no longer be pressed. */
async function pressAll(how: Player, on: Asked, steps: readonly string[]): Promise<Asked> {
  const numbers = steps.map((step) => buttonFor(on, step));
  let shown = on;
  for (const [i, number] of numbers.entries()) {
    const left = labelsSeen(shown).filter((label) => /^\d+$/.test(label));
    const expected = numbers.slice(i).toSorted().join();
    if (left.toSorted().join() !== expected) throw new Error(`not ${expected} but ${left}`);
    shown = await press(how, shown, number);
  }
  return shown;
}

/** Picks in each menu what belongs to the words beside it, and sends them; a person sees the menus' words and options. */
async function chooseEach(how: Player, on: Asked, wanted: ReadonlyMap<string, string>): Promise<Asked> {
  // `1. kubectl get`, or a blank by its own number: `①`.
  for (const line of said(on).split('\n')) {
    const [, digit, label = line] = /^(\d)\. (.*)$/.exec(line) ?? [];
    const number = digit ?? uncircled(line);
    if (number === undefined || (digit === undefined && line.length > 1)) continue;
    const option = wanted.get(label);
    if (option === undefined) throw new Error(`nothing belongs to «${label}»`);
    const shown = optionsSeen(on).find((one) => visible(one) === option) ?? option;
    await how.slack.select(how.user, on, shown, `menu:${number}`).acknowledged;
  }
  return press(how, on, SEND[how.locale]);
}

/** Answers as a student does who knows everything, or nothing: by what is shown. Gives what shows the grade. */
export async function answerIt(how: Player, on: Asked, question: Question, knows: boolean): Promise<Asked> {
  const { locale } = how;
  switch (question.type) {
    case 'single':
      return press(how, on, buttonFor(on, (knows ? question.right : (question.wrong[0] ?? question.right))[locale]));
    case 'boolean':
      return press(how, on, (question.answer === knows ? TRUE : FALSE)[locale]);
    case 'multiple': {
      const wanted = (knows ? question.right : question.wrong).map((option) => shownAs(option[locale]));
      const meant = optionsSeen(on).filter((label) => wanted.includes(visible(label).replace(/^\d+\. /, '')));
      if (meant.length !== wanted.length) throw new Error(`${wanted} are not among ${optionsSeen(on)}`);
      return choose(how, on, meant);
    }
    case 'order': {
      const steps = question.steps.map((step) => step[locale]);
      return pressAll(how, on, knows ? steps : steps.toReversed());
    }
    case 'match':
      return chooseEach(how, on, wantedInMenus(question, knows, locale));
    case 'gap': {
      const typed = typedInBlanks(question, knows);
      if (typed.length === 0) return chooseEach(how, on, wantedInMenus(question, knows, locale));
      const box = await openBox(how, on);
      const given = typed.map((words, i) => [typed.length === 1 ? 'answer' : `answer:${i + 1}`, words] as const);
      return after(on, how.slack.submit(how.user, box, Object.fromEntries(given)));
    }
    case 'estimate':
    case 'number':
      return submit(how, on, await openBox(how, on), knows ? String(question.answer) : wrongNumber(question));
    default:
      return submit(how, on, await openBox(how, on), typedAnswer(question, knows, locale));
  }
}

/** Goes on in a practice, without knowing anything, until a question of this type is asked. */
export async function reach(how: Player, on: Asked, questions: ReadonlyMap<string, Question>, type: string) {
  while (questionIn(on, questions).type !== type) {
    await press(how, on, PASS[how.locale]);
    await press(how, on, NEXT[how.locale]);
  }
}
