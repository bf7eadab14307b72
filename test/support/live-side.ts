/** A class's channel on a local platform: what everyone sees there, and the students who press its buttons. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalDiscord } from '../fakes/discord/types.ts';
import { buttonsSeen as slackButtons, said as slackSaid } from '../fakes/slack/seen.ts';
import type { LocalSlack } from '../fakes/slack/types.ts';
import { discordTime } from './kills.ts';
import { buttonsSeen as discordButtons, said as discordSaid } from './seen.ts';

/** A message of the bot, which follows edits. */
export interface Told {
  /** When it arrived, epoch milliseconds. */
  at: number;
  said(): string;
  /** What its buttons send. */
  lines(): readonly string[];
}

/** A press of a button; `said`: all that the student was told in answer so far. */
export interface Press {
  said(): string;
  /** Resolves once there is an answer, or when nobody would wait for it any longer. */
  done: Promise<void>;
}

/** Milliseconds before a request does what it does, or before its answer comes, or an answer that never comes. */
type Disturbance = { delay: number } | { late: number } | { drop: 'after' };

export interface LiveSide {
  /** As the store has it. */
  channel: string;
  space: string;
  teacher: string;
  /** What is in the channel for everyone, oldest first: the very same values each time. */
  messages(): readonly Told[];
  /** A new student, as the store has them. */
  student(name: string): { id: string; press(message: Told, line: string): Press };
  /** The instructor types it; resolves when the platform has taken it. */
  type: Record<'start' | 'resume' | 'next', () => Promise<unknown>>;
  /** What becomes of so many of its messages to channels, and their edits; gives back what ends it. */
  disturb(what: Disturbance, times: number): () => void;
}

/** A student presses again after so many milliseconds without an answer. */
const AGAIN = 3000;

/** The same value for the same message. */
function remembered<M extends object>(make: (message: M) => Told) {
  const told = new WeakMap<M, Told>();
  const messages = new WeakMap<Told, M>();
  return {
    toldOf(message: M): Told {
      const known = told.get(message) ?? make(message);
      told.set(message, known);
      messages.set(known, message);
      return known;
    },
    messageOf(one: Told): M {
      const message = messages.get(one);
      if (!message) throw new Error('the message is of another channel');
      return message;
    },
  };
}

export interface Quiz {
  topic: string;
  questions: number;
  /** That each is open. */
  seconds: number;
  /** The share of that time within which each student answers; over 1, some come too late. */
  haste: number;
  /** It goes on after an answer by itself; otherwise the instructor types that it does. */
  auto: boolean;
}

export function liveOnDiscord(server: LocalDiscord, { topic, questions, seconds }: Quiz): LiveSide {
  const teacher = server.user('선생님', { locale: 'ko' });
  const { toldOf, messageOf } = remembered((message: ReturnType<LocalDiscord['messages']>[number]) => ({
    at: discordTime(message.id),
    said: () => discordSaid(message),
    lines: () => discordButtons(message).map(({ customId }) => customId),
  }));
  return {
    channel: `discord:${server.guild.channelId}`,
    space: `discord:${server.guild.id}`,
    teacher: `discord:${teacher.id}`,
    messages: () => server.messages(server.guild.channelId).map(toldOf),
    student(name) {
      const user = server.user(name, { locale: 'ko' });
      return {
        id: `discord:${user.id}`,
        press(message, line) {
          const act = server.press(user, messageOf(message), { customId: line });
          return {
            said: () => (act.message === undefined ? '' : discordSaid(act.message)),
            done: Promise.race([
              act.settled().then(
                () => undefined,
                () => undefined,
              ),
              // Discord's client says that it failed.
              sleep(AGAIN),
            ]),
          };
        },
      };
    },
    type: {
      start: () => server.slash(teacher, 'guild', 'live start', { topic, count: questions, seconds }).answered,
      resume: () => server.slash(teacher, 'guild', 'live resume').answered,
      next: () => server.slash(teacher, 'guild', 'live next').answered,
    },
    disturb(what, times) {
      const ends = [
        server.fault({ method: 'POST', path: /^\/channels\/\d+\/messages$/, times }, what),
        server.fault({ method: 'PATCH', path: /^\/channels\//, times }, what),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

export function liveOnSlack(server: LocalSlack, { topic, questions, seconds }: Quiz, random: () => number): LiveSide {
  const teacher = server.user('선생님', { locale: 'ko-KR' });
  const channel = server.channelId(teacher, 'class');
  const { toldOf, messageOf } = remembered((message: ReturnType<LocalSlack['messages']>[number]) => ({
    at: Number(message.ts) * 1000,
    said: () => slackSaid(message),
    lines: () => slackButtons(message).map(({ value }) => value),
  }));
  return {
    channel: `slack:${channel}`,
    space: `slack:${server.teamId}`,
    teacher: `slack:${server.teamId}:${teacher.id}`,
    messages: () =>
      server
        .messages(channel)
        .filter(({ author }) => author === server.botUserId)
        .map(toldOf),
    student(name) {
      const user = server.user(name, { locale: 'ko-KR' });
      return {
        id: `slack:${server.teamId}:${user.id}`,
        press(message, line) {
          const found = slackButtons(messageOf(message)).find(({ value }) => value === line);
          if (!found) throw new Error(`there is no ${line}`);
          const act = server.press(user, messageOf(message), { actionId: found.actionId });
          const said = (): string => JSON.stringify(act.responses);
          const answered = async (): Promise<void> => {
            const until = Date.now() + AGAIN;
            // What was not acknowledged is sent again, though the student may have pressed again meanwhile.
            await act.acknowledged.catch(async () => {
              if (random() < 0.5)
                await sleep(500)
                  .then(() => server.redeliver(act))
                  .catch(() => {});
            });
            while (act.responses.length === 0 && Date.now() < until) await sleep(20);
          };
          return { said: () => (act.responses.length === 0 ? '' : said()), done: answered() };
        },
      };
    },
    type: {
      start: () => server.command(teacher, 'class', `/live start ${topic} ${questions}개 ${seconds}초`).acknowledged,
      resume: () => server.command(teacher, 'class', '/live resume').acknowledged,
      next: () => server.command(teacher, 'class', '/live next').acknowledged,
    },
    disturb: (what, times) => server.fault({ method: /^chat\.(?:postMessage|update)$/, times }, what),
  };
}
