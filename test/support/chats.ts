/** The same person in the chats of every platform: types, presses and reads as one does there. */
import type { Question } from '../../src/content/model.ts';
import { type Callable, nameIn } from '../../src/core/command/command.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import { parseWords } from '../../src/core/command/parse-words.ts';
import type { Locale } from '../../src/core/locale.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import type { Message as DiscordMessage, Value } from '../fakes/discord/types.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import * as slackPlay from '../fakes/slack/playing.ts';
import * as slackSeen from '../fakes/slack/seen.ts';
import { openChat } from './chat.ts';
import * as discordPlay from './playing.ts';
import { typedAnswer, typedInBlanks, wantedInMenus, wrongNumber } from './practice.ts';
import * as discordSeen from './seen.ts';
import { openWebChat } from './web-chat.ts';

export interface Chat {
  /** Types a line such as `/k8s 파드`. */
  say(line: string): Promise<void>;
  /** Presses a button of what was shown last, by its label. */
  press(label: string): Promise<void>;
  /** Answers what is asked as one who knows everything, or nothing. */
  answer(question: Question, knows: boolean): Promise<void>;
  /** What was shown last, as it is read. */
  shown(): string;
  /** The labels of its buttons, but for those that only one platform has. */
  labels(): readonly string[];
}

/** Opens a chat with the bot; `finished` is told of what ends with the test. Whoever chats is a student unless told. */
type Open = (
  bot: Bot,
  locale: Locale,
  finished: (end: () => Promise<void>) => void,
  rank?: 'student' | 'manager',
) => Promise<Chat>;

const TRUTH = { ko: ['틀려요', '맞아요'], en: ['False', 'True'] } as const;

const terminal: Open = async (bot, locale, finished, rank) => {
  const chat = openChat({ bot, locale, columns: 1000, manages: rank === 'manager' });
  finished(async () => void (await chat.end()));
  let from = 0;
  let last = '';
  const send = async (line: string): Promise<void> => {
    from = chat.shown().length;
    chat.type(`${line}\n`);
    // An empty line ends what is shown.
    await chat.until('\n\n', from);
    while (!chat.shown().endsWith('\n\n')) await new Promise((resolve) => setImmediate(resolve));
    last = chat.shown().slice(from);
  };
  const numbered = (): [string, string][] =>
    Array.from(last.matchAll(/\[(\d+)\] (.+?)(?= ⏎| {3}\[|\n|$)/g), ([, number = '', label = '']) => [number, label]);
  const numberOf = (label: string): string => {
    const found = numbered().find(([, one]) => one === label.replaceAll('`', ''));
    if (!found) throw new Error(`no [n] ${label} in ${last}`);
    return found[0];
  };
  /** `1나 2가`: by the numbers and letters that stand before what belongs together. */
  const pairsOf = (question: Question, knows: boolean): string => {
    // What is offered for a blank may take several lines.
    const whole = last.replace(/^[①-⑤] [\s\S]*?(?=\n(?:\n|[①-⑤]))/gm, (blank) =>
      blank.replace(/\n(?=\p{L}\. )/gu, '   ').replaceAll('\n', ' '),
    );
    const shown = whole.split('\n').map((line) => line.trim());
    const wanted = wantedInMenus(question, knows, locale);
    const pairs = shown.flatMap((line) => {
      const [, digit, label = '', own = ''] = /^(?:(\d)\. )?(.+?)(?: {3}(.*))?$/.exec(line) ?? [];
      const option = wanted.get(label);
      if (option === undefined) return [];
      const offered = own === '' ? shown : own.split('   ');
      const letter = offered.find((one) => one.replace(/^\p{L}\. /u, '') === option && /^\p{L}\. /u.test(one))?.[0];
      if (letter === undefined) throw new Error(`no «${option}» in ${last}`);
      return [(digit ?? label) + letter];
    });
    if (pairs.length !== wanted.size) throw new Error(`not all of ${[...wanted.keys()]} in ${last}`);
    return pairs.join(' ');
  };
  return {
    say: send,
    press: (label) => send(numberOf(label)),
    answer(question, knows) {
      switch (question.type) {
        case 'single':
          return send(numberOf((knows ? question.right : (question.wrong[0] ?? question.right))[locale]));
        case 'boolean':
          return send(TRUTH[locale][Number(question.answer === knows)] ?? '');
        case 'multiple':
          return send((knows ? question.right : question.wrong).map((one) => numberOf(one[locale])).join(' '));
        case 'order':
          return send(
            (knows ? question.steps : question.steps.toReversed()).map((one) => numberOf(one[locale])).join(' '),
          );
        case 'match':
          return send(pairsOf(question, knows));
        case 'gap': {
          const typed = typedInBlanks(question, knows);
          return send(typed.length === 0 ? pairsOf(question, knows) : typed.join(', '));
        }
        case 'estimate':
        case 'number':
          return send(knows ? String(question.answer) : wrongNumber(question));
        default:
          return send(typedAnswer(question, knows, locale));
      }
    },
    shown: () => last,
    labels: () => numbered().map(([, label]) => label),
  };
};

/** Marks that only make a reader's eye rest. */
const ONLY_THERE = new Set(['📢 채널에 공유', '📢 Share with the channel']);

/** Commands that are pressed, as one would type them elsewhere: without ids and the names of their options. */
function typedOut(shown: string, { commands }: Bot, locale: Locale): string {
  const called = (registered: string): string => {
    const [name = '', action] = registered.split(' ');
    const korean = commands.find((one) => one.name === name)?.actions?.[action ?? '']?.korean;
    return [name, ...(action === undefined ? [] : [nameIn(locale, { name: action, korean })])].join(' ');
  };
  return shown.replace(/<\/([\w -]+):\d+>(?: `([^`]*)`)?/g, (_, name: string, options = '') => {
    const words = options.replace(/(?<=^| )[\p{L}\d]+:/gu, '');
    return `\`/${[called(name), words].filter(Boolean).join(' ')}\``;
  });
}

/** Discord, Permissions: MANAGE_GUILD. */
const MANAGE_GUILD = '32';

const optionsOf = (name: string, bot: Bot) => bot.commands.find((command) => command.name === name)?.options ?? {};

/** Words of a line, each in the option that takes it. */
function asGiven(callable: Pick<Callable, 'name' | 'options'>, words: string): Record<string, Value> {
  const given = Object.entries(parseWords({ usedBy: 'everyone', examples: [], ...callable }, words));
  return Object.fromEntries(
    given.flatMap(([key, value]) => (value && typeof value !== 'object' ? [[key, value]] : [])),
  );
}

/** `/class setup 9시` with each word in the option that takes it; Discord knows no bare form of a command with actions. */
function asSubcommand(name: string, rest: string, bot: Bot): { name: string; options: Record<string, Value> } {
  const [action = 'show', ...words] = rest === '' ? ['show'] : rest.split(' ');
  const options = bot.commands.find((command) => command.name === name)?.actions?.[action]?.options ?? {};
  const called = `${name} ${action}`;
  return { name: called, options: asGiven({ name: called, options }, words.join(' ')) };
}

/** `/quiz 파드 3` as a client of Discord's sends it. */
function asOptions(line: string, bot: Bot): { name: string; options: Record<string, Value> } {
  const [, name = '', rest = ''] = /^\/(\S+) ?(.*)$/.exec(line) ?? [];
  if (bot.commands.find((command) => command.name === name)?.actions) return asSubcommand(name, rest, bot);
  if (rest === '') return { name, options: {} };
  const [, topic = rest, count] = /^(.*?)(?: (\d+))?$/.exec(rest) ?? [];
  switch (name) {
    case 'quiz':
      return { name, options: { topic, ...(count === undefined ? {} : { count: Number(count) }) } };
    case 'review':
      return { name, options: asGiven({ name, options: optionsOf(name, bot) }, rest) };
    case 'chapters':
      return { name, options: { part: rest } };
    case 'dosirak':
      return { name, options: { page: rest } };
    case 'privacy':
      return { name: `${name} ${rest}`, options: {} };
    default:
      return { name, options: { term: rest } };
  }
}

const discord: Open = async (bot, locale, finished, rank) => {
  const { discord: server } = await onDiscord({ bot, finished });
  const permissions = rank === 'manager' ? { permissions: MANAGE_GUILD } : {};
  const user = server.user('민수', { locale: locale === 'ko' ? 'ko' : 'en-GB', ...permissions });
  let last: DiscordMessage | undefined;
  const message = (): DiscordMessage => {
    if (!last) throw new Error('nothing was shown yet');
    return last;
  };
  return {
    async say(line) {
      const { name, options } = asOptions(line, bot);
      last = await server.slash(user, 'guild', name, options).settled();
    },
    async press(label) {
      last = await discordSeen.pressed(server, user, message(), label);
    },
    async answer(question, knows) {
      last = await discordPlay.answerIt({ discord: server, user, locale }, message(), question, knows);
    },
    shown: () => typedOut(discordSeen.said(message()).replace(/\\([^\p{L}\p{N}\s])/gu, '$1'), bot, locale),
    labels: () => discordSeen.labelsSeen(message()).filter((label) => !ONLY_THERE.has(label)),
  };
};

const slack: Open = async (bot, locale, finished, rank) => {
  const { slack: server } = await onSlack({ bot, finished });
  const user = server.user('민수', {
    locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
    rank: rank === 'manager' ? 'admin' : 'member',
  });
  const player = { slack: server, user, locale };
  let last: slackPlay.Asked | undefined;
  const shown = (): slackPlay.Asked => {
    if (!last) throw new Error('nothing was shown yet');
    return last;
  };
  return {
    async say(line) {
      last = await server.command(user, 'class', line).message();
    },
    async press(label) {
      last = await slackPlay.press(player, shown(), label);
    },
    async answer(question, knows) {
      last = await slackPlay.answerIt(player, shown(), question, knows);
    },
    shown: () => slackSeen.said(shown()),
    labels: () => slackSeen.labelsSeen(shown()).filter((label) => !ONLY_THERE.has(label)),
  };
};

export const PLATFORMS: readonly (readonly [name: string, open: Open])[] = [
  ['terminal', terminal],
  ['Discord', discord],
  ['Slack', slack],
  ['web', openWebChat],
];
