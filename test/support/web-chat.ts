/** A person who chats on the page, in a browser that runs no scripts. */
import type { Question } from '../../src/content/model.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import type { Locale } from '../../src/core/locale.ts';
import { typedAnswer, typedInBlanks, wantedInMenus, wrongNumber } from './practice.ts';
import { onWeb } from './web.ts';
import type { Browser } from './web-browser.ts';
import {
  attribute,
  buttonsIn,
  type Element,
  formOf,
  isDisabled,
  labelIn,
  named,
  readIn,
  wordsBeside,
} from './web-html.ts';

const SEND = { ko: '제출하기', en: 'Submit' } as const;
const TRUE = { ko: '맞아요 (O)', en: 'True' } as const;
const FALSE = { ko: '틀려요 (X)', en: 'False' } as const;

/** What is shown of an option: without marks of code. */
const plain = (option: string): string => option.replaceAll('`', '');

type Fill = ReadonlyMap<Element, string | boolean>;

const checked = (place: Element, labels: readonly string[]): Fill => {
  const boxes = named(place, 'input').filter((one) => attribute(one, 'type') === 'checkbox');
  const wanted = boxes.filter((box) => labels.includes(wordsBeside(box)));
  if (wanted.length !== labels.length) throw new Error(`not all of ${labels} are in ${readIn(place)}`);
  return new Map(wanted.map((box) => [box, true]));
};

const typedIn = (place: Element, words: readonly string[]): Fill => {
  const boxes = named(place, 'input').filter((one) => attribute(one, 'type') === 'text');
  if (boxes.length !== words.length) throw new Error(`${boxes.length} boxes for ${words}`);
  return new Map(boxes.map((box, i) => [box, words[i] ?? '']));
};

const chosen = (place: Element, wanted: ReadonlyMap<string, string>): Fill => {
  const menus = named(place, 'select');
  if (menus.length !== wanted.size) throw new Error(`${menus.length} menus for ${[...wanted.keys()]}`);
  return new Map(
    menus.map((menu) => {
      const words = wordsBeside(menu).replace(/^\d\. /, '');
      const option = named(menu, 'option').find((one) => labelIn(one) === wanted.get(words));
      if (!option) throw new Error(`«${wanted.get(words)}» is not offered for «${words}»`);
      return [menu, attribute(option, 'value') ?? ''];
    }),
  );
};

/** Answers what a page asks, as one who knows everything, or nothing. */
async function answerIt(browser: Browser, question: Question, knows: boolean, locale: Locale): Promise<void> {
  const { press, place } = browser;
  const send = (filled: Fill) => press(SEND[locale], filled);
  switch (question.type) {
    case 'single':
      await press(plain((knows ? question.right : (question.wrong[0] ?? question.right))[locale]));
      return;
    case 'boolean':
      await press((question.answer === knows ? TRUE : FALSE)[locale]);
      return;
    case 'multiple': {
      const wanted = (knows ? question.right : question.wrong).map((one) => plain(one[locale]));
      await send(checked(place(), wanted));
      return;
    }
    case 'order': {
      const steps = question.steps.map((one) => plain(one[locale]));
      for (const step of knows ? steps : steps.toReversed()) await press(step);
      return;
    }
    case 'match':
      await send(chosen(place(), wantedInMenus(question, knows, locale)));
      return;
    case 'gap': {
      const typed = typedInBlanks(question, knows);
      await send(typed.length > 0 ? typedIn(place(), typed) : chosen(place(), wantedInMenus(question, knows, locale)));
      return;
    }
    case 'estimate':
    case 'number':
      await send(typedIn(place(), [knows ? String(question.answer) : wrongNumber(question)]));
      return;
    default:
      await send(typedIn(place(), [typedAnswer(question, knows, locale)]));
  }
}

/** The labels of what can be pressed where one looks. */
const labelsSeen = (place: Element): string[] =>
  buttonsIn(place)
    .filter((one) => !isDisabled(one))
    .map(labelIn);

const ACCEPTED = { ko: 'ko-KR,ko;q=0.9,en;q=0.5', en: 'en-GB,en;q=0.9' } as const;

/** The page's chat, as people of a class have it who came by a link of their class's chat. */
export async function openWebChat(
  bot: Bot,
  locale: Locale,
  finished: (end: () => Promise<void>) => void,
  rank: 'student' | 'manager' = 'student',
) {
  let at = Date.now();
  const { connection, browser: newBrowser, base } = await onWeb({ bot, finished, now: () => at });
  /** A person reads for a while before the next thing that they do. */
  const pause = (): void => {
    at += 1000;
  };
  const browser = newBrowser({ 'accept-language': ACCEPTED[locale] });
  const id = 'discord:100000000000000001';
  const space = 'discord:100000000000000002';
  const channel = 'discord:100000000000000003';
  const person = { id, space, channel, name: '민수', manages: rank === 'manager', known: [id] };
  const link = await connection.page.linkFor(person, '/');
  await browser.open(link.replace(base, ''));
  const [button] = buttonsIn(browser.body());
  if (!button) throw new Error(`no button in ${browser.readAll()}`);
  await browser.submit(formOf(button), button);
  return {
    browser,
    async say(line: string) {
      pause();
      await browser.say(line);
    },
    async press(label: string) {
      pause();
      await browser.press(label);
    },
    answer(question: Question, knows: boolean) {
      pause();
      return answerIt(browser, question, knows, locale);
    },
    shown: browser.read,
    labels: () => labelsSeen(browser.place()),
  };
}
