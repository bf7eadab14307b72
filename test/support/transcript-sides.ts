/** The class of a transcript as its people use it: on Discord, on Slack and at the terminal, by what they see there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message as DiscordMessage, User as DiscordUser, Value, Where } from '../fakes/discord/types.ts';
import { labelOf } from '../fakes/slack/blocks.ts';
import { object, objects, text } from '../fakes/slack/json.ts';
import * as slackSeen from '../fakes/slack/seen.ts';
import type { Json, Message as SlackMessage, User as SlackUser } from '../fakes/slack/types.ts';
import type { staged } from './kills.ts';
import { PATIENCE } from './patience.ts';
import { hear, start as startProcess } from './process.ts';
import * as discordSeen from './seen.ts';
import { COURSE } from './world.ts';

/** Discord, Permissions: MANAGE_GUILD. */
const MANAGE_GUILD = '32';
/** Milliseconds between two looks, and in which a terminal says what it has to say. */
const LOOK = 20;
const QUIET = 400;

/** Not what sends, shares or gives up: `제출하기` before anything is chosen is only told to choose. */
export const IS_OPTION = /^(?!.*(?:모르겠어요|공유|답 쓰기|답 입력|제출))/;

/** Looks until there is what is looked for. */
export async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(LOOK)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error(`in vain: ${what}`);
}

export type Seat = 'teacher' | 'student';

/** What a person fills in: what was typed or picked, by the fields' names, or into the only one. */
type Filled = string | Readonly<Record<string, string | readonly string[]>>;

/** A platform that has forms, files and menus of messages. */
export interface Server extends Side {
  /** Opens a form by a button of what this person saw last, and sends it. */
  fill(who: Seat, label: RegExp, values: Filled): Promise<{ form: string; answered: string }>;
  /** The files that the teacher has got, by name, oldest first. */
  files(): string[];
  /** Writes in the class's channel what the student then looks up by the message's menu. */
  lookUp(words: string): Promise<string>;
}

/** One of the class's platforms, as its people use it. */
export interface Side {
  name: string;
  /** Types a line, whose options Discord has beside. Gives what is answered. */
  type(who: Seat, line: string, options?: Readonly<Record<string, Value>>): Promise<string>;
  /** Presses, on what this person saw last, the first button that reads so. */
  press(who: Seat, label: RegExp): Promise<string>;
  /** What stands in the class's channel, oldest first. */
  channel(): string[];
  /** Presses a button of the newest message of the channel. */
  pressInChannel(who: Seat, label: RegExp): Promise<string>;
}

/** A form as it is opened: each field by its label, how it is filled in, and what it holds already. */
const formShown = (title: string, fields: readonly { label: string; field: Json }[]): string =>
  [title, ...fields.map(({ label, field }) => [`▢ ${label}`, kindOf(field), ...heldIn(field)].join(' · '))].join('\n');

/** What a field holds as it is opened: a text, a time or a day as it stands, of options their labels. */
function heldIn(field: Json): string[] {
  const plain = text(field.value ?? field.initial_value ?? field.initial_time ?? field.initial_date);
  const marked = objects(field.options).filter((one) => one.default === true);
  const chosen = [...objects(field.initial_options), object(field.initial_option)].map((one) => labelOf(one.text));
  const all = [plain, ...marked.map(({ label }) => text(label)), ...chosen].filter((one) => one !== '');
  return all.length === 0 ? [] : [all.join(', ')];
}

/** What the fields of forms are, as platforms name them: Discord's component types by number. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ 8: '채널 고르기', 3: '여럿 고르기', 4: '직접 쓰기', 21: '하나 고르기' },
  ...{ conversations_select: '채널 고르기', multi_static_select: '여럿 고르기', timepicker: '시각 고르기' },
  ...{ radio_buttons: '하나 고르기', datepicker: '날짜 고르기', plain_text_input: '직접 쓰기' },
};

const kindOf = ({ type }: Json): string => KINDS[String(type)] ?? String(type);

const shown = (words: string, labels: readonly string[]): string =>
  [words, ...(labels.length === 0 ? [] : [labels.map((label) => `[${label}]`).join(' ')])].join('\n');

/** Lines of a file that are shown. */
const FEW = 6;

/** A file as a table's program opens it, without its byte order mark; of a long one the beginning. */
function fileShown(name: string, data: Uint8Array): string {
  const lines = new TextDecoder().decode(data).trim().split(/\r?\n/);
  const left = lines.length - FEW;
  return [`📎 ${name}`, ...lines.slice(0, FEW), ...(left > 0 ? [`… (${left}줄 더)`] : [])].join('\n');
}

const found = (labels: readonly string[], wanted: RegExp): string => {
  const label = labels.find((one) => wanted.test(one));
  if (label === undefined) throw new Error(`no ${wanted} among ${labels.join(', ')}`);
  return label;
};

export function onDiscord(
  server: Awaited<ReturnType<typeof staged>>['discord'],
): Server & { alone(where: Where, line: string, options: Readonly<Record<string, Value>>): Promise<string> } {
  const people: Readonly<Record<Seat, DiscordUser>> = {
    teacher: server.user('김선생', { locale: 'ko', permissions: MANAGE_GUILD }),
    student: server.user('민수', { locale: 'ko' }),
  };
  const last = new Map<Seat, DiscordMessage>();
  const read = (message: DiscordMessage): string => shown(discordSeen.said(message), discordSeen.labelsSeen(message));
  const keep = async (who: Seat, answered: Promise<DiscordMessage>): Promise<string> => {
    const message = await answered;
    last.set(who, message);
    return read(message);
  };
  const messages = (): readonly DiscordMessage[] => server.messages(server.guild.channelId);
  const pressed = (who: Seat, message: DiscordMessage, label: RegExp) =>
    keep(who, server.press(people[who], message, { label: found(discordSeen.labelsSeen(message), label) }).settled());
  const newest = <T>(all: readonly T[], what: string): T => {
    const message = all.at(-1);
    if (message === undefined) throw new Error(`${what} has no message`);
    return message;
  };
  const latest = (who: Seat): DiscordMessage => {
    const message = last.get(who);
    if (!message) throw new Error('nothing was shown');
    return message;
  };
  const away = server.user('하늘', { locale: 'ko', installed: true });
  return {
    name: 'Discord',
    type(who, line, options = {}) {
      const [, name = ''] = /^\/(.+)$/.exec(line) ?? [];
      return keep(who, server.slash(people[who], 'guild', name, options).settled());
    },
    async press(who, label) {
      const message = latest(who);
      const [option] = discordSeen.optionsSeen(message);
      if (label === IS_OPTION && option !== undefined)
        return keep(who, server.select(people[who], message, option).settled());
      return pressed(who, message, label);
    },
    channel: () => messages().map(read),
    pressInChannel: (who, label) => pressed(who, newest(messages(), 'the channel'), label),
    async fill(who, label, values) {
      const message = latest(who);
      const open = server.press(people[who], message, { label: found(discordSeen.labelsSeen(message), label) });
      const answer = await open.answered;
      if (answer.kind !== 'modal') throw new Error(`no form but ${answer.kind}`);
      const { title, fields } = answer.modal;
      const form = formShown(title, fields);
      return { form, answered: await keep(who, server.submit(people[who], answer.modal, values).settled()) };
    },
    files: () =>
      server
        .messages(server.guild.channelId, people.teacher)
        .flatMap(({ attachments }) => attachments)
        .filter(({ filename }) => filename.endsWith('.csv'))
        .map(({ filename, data }) => fileShown(filename, data)),
    lookUp(words) {
      const message = server.say(people.teacher, server.guild.channelId, words);
      return keep('student', server.menu(people.student, message, '이 말 찾아보기').settled());
    },
    alone: async (where, line, options) => read(await server.slash(away, where, line.slice(1), options).settled()),
  };
}

export function onSlack(server: Awaited<ReturnType<typeof staged>>['slack']): Server & {
  home(): Promise<string>;
  homePress(label: RegExp): Promise<string>;
} {
  const people: Readonly<Record<Seat, SlackUser>> = {
    teacher: server.user('이선생', { locale: 'ko-KR', rank: 'admin' }),
    student: server.user('지수', { locale: 'ko-KR' }),
  };
  const channel = server.channelId(people.teacher, 'class');
  const last = new Map<Seat, SlackMessage>();
  const read = (message: slackSeen.Shown): string => shown(slackSeen.said(message), slackSeen.labelsSeen(message));
  const keep = async (who: Seat, answered: Promise<SlackMessage>): Promise<string> => {
    const message = await answered;
    last.set(who, message);
    return read(message);
  };
  const messages = () => server.messages(channel).filter(({ author }) => author === server.botUserId);
  const pressed = (who: Seat, message: SlackMessage, label: RegExp) =>
    keep(
      who,
      server
        .press(people[who], message, slackSeen.named(message, found(slackSeen.labelsSeen(message), label)))
        .message(),
    );
  const latest = (who: Seat): SlackMessage => {
    const message = last.get(who);
    if (!message) throw new Error('nothing was shown');
    return message;
  };
  return {
    name: 'Slack',
    type: (who, line) => keep(who, server.command(people[who], 'class', line).message()),
    async press(who, label) {
      const message = latest(who);
      const [option] = slackSeen.optionsSeen(message);
      if (label !== IS_OPTION || option === undefined) return pressed(who, message, label);
      await server.select(people[who], message, [option]).acknowledged;
      return pressed(who, message, /제출하기/);
    },
    channel: () => messages().map(read),
    async fill(who, label, values) {
      const message = latest(who);
      const button = slackSeen.named(message, found(slackSeen.labelsSeen(message), label));
      const view = await server.press(people[who], message, button).view();
      const form = formShown(
        view.title,
        view.blocks.map((block) => ({ label: labelOf(block.label), field: object(block.element) })),
      );
      return { form, answered: await keep(who, server.submit(people[who], view, values).message()) };
    },
    files: () =>
      server
        .messages(server.channelId(people.teacher, 'dm'), people.teacher)
        .flatMap(({ files }) => files)
        .filter(({ name }) => name.endsWith('.csv'))
        .map(({ name, data }) => fileShown(name, data)),
    async lookUp(words) {
      const message = server.say(people.teacher, { channel }, words);
      return read(await server.messageShortcut(people.student, 'look_up', message).view());
    },
    async pressInChannel(who, label) {
      const message = messages().at(-1);
      if (!message) throw new Error('the channel has no message');
      const own = (): SlackMessage[] =>
        server.messages(channel, people[who]).filter(({ ephemeralFor }) => ephemeralFor === people[who].id);
      const before = own().length;
      const what = slackSeen.named(message, found(slackSeen.labelsSeen(message), label));
      await server.press(people[who], message, what).acknowledged;
      // The message of the channel changes as well, since it counts.
      return keep(
        who,
        until('an answer', () => (own().length > before ? own().at(-1) : undefined)),
      );
    },
    async home() {
      server.openHome(people.student);
      return read(await server.published(people.student));
    },
    async homePress(label) {
      const home = await server.published(people.student);
      return read(await slackSeen.openedBy(server, people.student, home, found(slackSeen.labelsSeen(home), label)));
    },
  };
}

/** A chat of the real program, where the student's lines begin with their name. It is a rehearsal: nothing is kept. */
export function atTerminal(finished: (end: () => void) => void): Side & { kill(): Promise<void> } {
  const open = () => {
    const child = startProcess([], { env: { DOSIRAK_LOCALE: 'ko', CONTENT_DIR: COURSE } });
    finished(() => void child.kill('SIGKILL'));
    child.stdin.on('error', () => {});
    return { child, heard: hear(child) };
  };
  let chat = open();
  const send = async (who: Seat, line: string): Promise<string> => {
    const from = chat.heard.stdout.length;
    chat.child.stdin.write(`${who === 'student' ? '민수> ' : ''}${line}\n`);
    await until(`the terminal answers ${line}`, () => chat.heard.stdout.length > from || undefined);
    for (let length = -1; length !== chat.heard.stdout.length; await sleep(QUIET)) length = chat.heard.stdout.length;
    return chat.heard.stdout.slice(from).trim();
  };
  const last = new Map<Seat, string>();
  const keep = async (who: Seat, said: Promise<string>): Promise<string> => {
    const words = await said;
    last.set(who, words);
    return words;
  };
  const markOf = (words: string, label: RegExp): string => {
    const all = Array.from(words.matchAll(/\[(?:민수> )?(\w+)\] (.+?)(?= ⏎| {3}\[|\n|$)/g));
    const one = all.findLast(([, , said = '']) => label.test(said));
    if (!one?.[1]) throw new Error(`no ${label} in ${words}`);
    return one[1];
  };
  return {
    name: '터미널',
    type: (who, line) => keep(who, send(who, line)),
    async press(who, label) {
      const shown = last.get(who) ?? '';
      // What is typed has no button: one types that one does not know.
      const isTyped = label === IS_OPTION && /✎/.test(shown);
      return keep(who, send(who, isTyped ? '모르겠어요' : markOf(shown, label)));
    },
    channel: () => [chat.heard.stdout],
    pressInChannel: (who, label) => keep(who, send(who, markOf(chat.heard.stdout, label))),
    async kill() {
      chat.child.kill('SIGKILL');
      await until('it ends', () => chat.child.signalCode ?? undefined);
      chat = open();
    },
  };
}
