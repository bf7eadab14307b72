/**
 * A class on Discord, on Slack and at the terminal, as its people read it: the real program with its real clients, which is
 * killed with -9 between two posts of one event, twice, and started again. What the class's channels have got is counted.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseAddress } from '../../src/store/address.ts';
import type { Message as DiscordMessage, User as DiscordUser, Value } from '../fakes/discord/types.ts';
import * as slackSeen from '../fakes/slack/seen.ts';
import type { Message as SlackMessage, User as SlackUser } from '../fakes/slack/types.ts';
import { staged } from './kills.ts';
import { PATIENCE } from './patience.ts';
import { hear, start as startProcess } from './process.ts';
import * as discordSeen from './seen.ts';
import { COURSE } from './world.ts';

/** Discord, Permissions: MANAGE_GUILD. */
const MANAGE_GUILD = '32';
/** Milliseconds between two looks, and in which a terminal says what it has to say. */
const LOOK = 20;
const QUIET = 400;

/** How often each message of an event is in a channel. */
interface Count {
  event: string;
  platform: string;
  messages: number;
}

interface Transcript {
  /** Markdown. */
  text: string;
  counts: readonly Count[];
}

async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(LOOK)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error(`in vain: ${what}`);
}

type Seat = 'teacher' | 'student';

/** One of the class's platforms, as its people use it. */
interface Side {
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

const shown = (words: string, labels: readonly string[]): string =>
  [words, ...(labels.length === 0 ? [] : [labels.map((label) => `[${label}]`).join(' ')])].join('\n');

const found = (labels: readonly string[], wanted: RegExp): string => {
  const label = labels.find((one) => wanted.test(one));
  if (label === undefined) throw new Error(`no ${wanted} among ${labels.join(', ')}`);
  return label;
};

function onDiscord(server: Awaited<ReturnType<typeof staged>>['discord']): Side {
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
  return {
    name: 'Discord',
    type(who, line, options = {}) {
      const [, name = ''] = /^\/(.+)$/.exec(line) ?? [];
      return keep(who, server.slash(people[who], 'guild', name, options).settled());
    },
    async press(who, label) {
      const message = last.get(who);
      if (!message) throw new Error('nothing was shown');
      return pressed(who, message, label);
    },
    channel: () => messages().map(read),
    pressInChannel: (who, label) => pressed(who, newest(messages(), 'the channel'), label),
  };
}

function onSlack(server: Awaited<ReturnType<typeof staged>>['slack']): Side & { home(): Promise<string> } {
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
  return {
    name: 'Slack',
    type: (who, line) => keep(who, server.command(people[who], 'class', line).message()),
    async press(who, label) {
      const message = last.get(who);
      if (!message) throw new Error('nothing was shown');
      return pressed(who, message, label);
    },
    channel: () => messages().map(read),
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
  };
}

/** A chat of the real program, where the student's lines begin with their name. It is a rehearsal: nothing is kept. */
function atTerminal(finished: (end: () => void) => void): Side & { kill(): Promise<void> } {
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

/** A day in a month, as people type it. */
const EXAM = (({ month, day }) => `${month}월 ${day}일`)(Temporal.Now.plainDateISO('Asia/Seoul').add({ days: 30 }));

/** What people do, and how each types it: `discord` where its options have names. */
interface Act {
  who: Seat;
  line: string;
  discord?: { name: string; options?: Readonly<Record<string, Value>> };
  /** Pressed one after the other. */
  presses?: readonly RegExp[];
}

/** Not what sends, shares or gives up: `제출하기` before anything is chosen is only told to choose. */
const IS_OPTION = /^(?!.*(?:모르겠어요|공유|답 쓰기|답 입력|제출))/;

/** By the numbers of what they show. */
const LESSON: readonly { title: string; acts: readonly Act[] }[] = [
  {
    title: '연습: 채점한 답, 모르겠어요, 틀린 문제, 이상한 문제',
    acts: [
      {
        who: 'student',
        line: '/quiz 1장 2',
        discord: { name: '/quiz', options: { topic: '1장', count: 2 } },
        presses: [IS_OPTION, /이상해요/],
      },
      {
        who: 'student',
        line: '/quiz 파드 2 어렵게',
        discord: { name: '/quiz', options: { topic: '파드', count: 2, level: '어렵게' } },
        presses: [/모르겠어요/],
      },
      { who: 'student', line: '/quiz 파드 내일', discord: { name: '/quiz', options: { topic: '파드 내일' } } },
      { who: 'student', line: '/quiz 틀린 문제', discord: { name: '/quiz', options: { topic: '틀린 문제' } } },
    ],
  },
  {
    title: '오늘의 카드와 앞으로 올라갈 카드',
    acts: [
      { who: 'student', line: '/card' },
      { who: 'teacher', line: '/class cards' },
      {
        who: 'teacher',
        line: '/class cards 노드 다음',
        discord: { name: '/class cards', options: { concept: '노드', how: 'next' } },
      },
      { who: 'teacher', line: '/class preview' },
    ],
  },
  {
    title: '시험에 맞춘 복습과 진도',
    acts: [
      { who: 'teacher', line: `/class exam ${EXAM}`, discord: { name: '/class exam', options: { date: EXAM } } },
      { who: 'student', line: '/review' },
      { who: 'student', line: '/progress' },
    ],
  },
  {
    title: '선생님이 보는 것',
    acts: [
      { who: 'teacher', line: '/report students' },
      { who: 'teacher', line: '/report questions' },
      { who: 'teacher', line: '/progress 없는사람', discord: { name: '/progress', options: { who: '없는사람' } } },
      {
        who: 'teacher',
        line: '/live preview 파드 2개',
        discord: { name: '/live preview', options: { topic: '파드', count: 2 } },
        presses: [/1번 문제 바꾸기/, /^지우기$/],
      },
      {
        who: 'teacher',
        line: '/class skip 12월 7일',
        discord: { name: '/class skip', options: { dates: '12월 7일' } },
        presses: [/되돌리기/],
      },
      { who: 'student', line: '/dosirak' },
      { who: 'teacher', line: '/dosirak 선생님', discord: { name: '/dosirak', options: { page: 'instructors' } } },
    ],
  },
];

const count = (texts: readonly string[], words: string): number => texts.filter((one) => one.includes(words)).length;

/** Plays it, and gives what was read and counted. */
export async function playTranscript(
  address: DatabaseAddress,
  finished: (end: () => Promise<void> | void) => void,
): Promise<Transcript> {
  const { discord: there, slack: here, start } = await staged(address, finished, { CONTENT_DIR: COURSE });
  const [discord, slack, terminal] = [onDiscord(there), onSlack(here), atTerminal(finished)];
  const lines: string[] = ['# 한 수업의 기록', ''];
  const write = (title: string, words: string): void => {
    lines.push(`### ${title}`, '', ...words.split('\n').map((line) => `> ${line}`.trimEnd()), '');
  };
  const act = async (side: Side, { who, line, discord: own, presses = [] }: Act): Promise<void> => {
    const person = who === 'teacher' ? '선생님' : '학생';
    const answered = side === discord ? side.type(who, own?.name ?? line, own?.options) : side.type(who, line);
    write(`${side.name} · ${person}: \`${line}\``, await answered);
    for (const label of presses) {
      const said = await side.press(who, label).catch((error: unknown) => {
        // What is typed has no buttons to choose from.
        if (label === IS_OPTION) return side.press(who, /모르겠어요/);
        throw error;
      });
      write(`${side.name} · ${person}이 누른 것`, said);
    }
  };

  let bot = await start();
  lines.push('## 수업 만들기', '');
  await act(discord, {
    who: 'teacher',
    line: '/class setup 9시 평일',
    discord: { name: '/class setup', options: { time: '9시', days: '평일' } },
  });
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await discord.type('teacher', '/class show'))?.[0] ?? '';
  await act(slack, { who: 'teacher', line: `/class join ${code}` });
  await act(terminal, { who: 'teacher', line: '/class setup 9시 평일' });
  for (const { title, acts } of LESSON) {
    lines.push(`## ${title}`, '');
    for (const one of acts) for (const side of [discord, slack, terminal]) await act(side, one);
  }
  write('Slack · 학생의 홈 탭', await slack.home());

  /** Kills the program once one channel has a message of an event and the other has not, and starts another. */
  const killBetween = async (words: string, begin: () => Promise<unknown>): Promise<void> => {
    const end = here.fault({ method: /^chat\.postMessage$/, times: Number.POSITIVE_INFINITY }, { drop: 'before' });
    await begin();
    await until(`Discord has ${words}`, () => (count(discord.channel(), words) > 0 ? true : undefined));
    bot.signal('SIGKILL');
    await bot.ended();
    const before = `Discord ${count(discord.channel(), words)}개, Slack ${count(slack.channel(), words)}개`;
    end();
    bot = await start();
    await until(`Slack has ${words}`, () => (count(slack.channel(), words) > 0 ? true : undefined));
    const after = `Discord ${count(discord.channel(), words)}개, Slack ${count(slack.channel(), words)}개`;
    write(`💥 kill -9: ‘${words}’ 글을 올리는 중에`, `멈췄을 때: ${before}\n다시 켠 뒤: ${after}`);
  };
  const EVENTS = { told: '라이브 퀴즈 예고', asked: '문제 1 / 1', end: '라이브 퀴즈가 끝났어요' };

  lines.push('## 예약: 두 채널에 알리는 사이에 멈추면', '');
  await killBetween(EVENTS.told, () =>
    act(discord, {
      who: 'teacher',
      line: '/live plan 내일 10시 파드 3개',
      discord: { name: '/live plan', options: { day: '내일', time: '10시', topic: '파드', count: 3 } },
    }),
  );
  for (const side of [discord, slack]) write(`${side.name} 채널`, side.channel().at(-1) ?? '');

  lines.push('## 라이브 퀴즈: 문제를 올리는 사이에 멈추면', '');
  await act(discord, {
    who: 'teacher',
    line: '/live start 파드 1개 60초',
    discord: { name: '/live start', options: { topic: '파드', count: 1, seconds: 60 } },
  });
  for (const side of [discord, slack]) {
    await until(`${side.name} has a lobby`, () => (side.channel().at(-1)?.includes('[참여하기]') ? true : undefined));
    write(`${side.name} · 학생이 누른 것: 참여하기`, await side.pressInChannel('student', /참여하기/));
  }
  await killBetween(EVENTS.asked, async () => {});
  for (const side of [discord, slack]) {
    write(`${side.name} 채널`, side.channel().at(-1) ?? '');
    write(`${side.name} · 학생의 답`, await side.pressInChannel('student', /모르겠어요/));
  }
  await until('it closes early', () => (count(slack.channel(), '문제 1 정답') > 0 ? true : undefined));
  for (const side of [discord, slack]) write(`${side.name} 채널`, side.channel().at(-1) ?? '');
  await act(slack, { who: 'teacher', line: '/live next' });
  for (const side of [discord, slack]) {
    await until(`${side.name} has the end`, () => (count(side.channel(), EVENTS.end) > 0 ? true : undefined));
    write(`${side.name} 채널`, side.channel().at(-1) ?? '');
    write(`${side.name} · 학생이 누른 것`, await side.pressInChannel('student', /내 결과/));
  }

  lines.push('## 터미널: 연습이라서 아무것도 남기지 않아요', '');
  await act(terminal, { who: 'teacher', line: '/live start 파드 1개 60초' });
  await until('the terminal has a lobby', () => (terminal.channel().join('').includes('참여하기') ? true : undefined));
  write('터미널 · 학생이 누른 것: 참여하기', await terminal.pressInChannel('student', /참여하기/));
  const asked = (): number => terminal.channel().join('').split(EVENTS.asked).length;
  const before = asked();
  await until('the terminal asks', () => (asked() > before ? true : undefined));
  write('터미널 · 학생의 답', await terminal.type('student', '모르겠어요'));
  await terminal.kill();
  write('💥 kill -9: 문제와 정답 사이에', '다시 켠 터미널에서는 새로 시작해요.');
  await act(terminal, { who: 'teacher', line: '/live' });

  lines.push('## 성적, 그리고 종강', '');
  for (const side of [discord, slack]) {
    await act(side, {
      who: 'teacher',
      line: '/report marks 1',
      discord: { name: '/report marks', options: { quiz: 1 } },
    });
    await act(side, { who: 'teacher', line: '/class leave' });
  }
  await act(discord, { who: 'teacher', line: '/class close', presses: [/마치기/] });
  await act(discord, {
    who: 'teacher',
    line: '/class setup 3월 2일부터',
    discord: { name: '/class setup', options: { first: '3월 2일부터' } },
  });

  const counts = Object.values(EVENTS).flatMap((event) =>
    [discord, slack].map((side) => ({ event, platform: side.name, messages: count(side.channel(), event) })),
  );
  const all = [...counts, { event: '서버 이벤트', platform: 'Discord', messages: there.events().length }];
  lines.push('## 센 것', '', '| 글 | 채널 | 개수 |', '| --- | --- | --- |');
  for (const { event, platform, messages } of all) lines.push(`| ${event} | ${platform} | ${messages} |`);
  bot.signal('SIGTERM');
  await bot.ended();
  return { text: `${lines.join('\n')}\n`, counts };
}
