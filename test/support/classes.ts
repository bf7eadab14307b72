/** People, channels and platforms of classes, without a platform. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Class } from '../../src/core/class.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Messenger } from '../../src/core/platform.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import type { Context } from '../../src/course/context.ts';
import { buttonsOf, textsOf } from './replies.ts';
import { botOf, COURSE, folderOf } from './world.ts';

/** What a platform knows of a channel: the guild it is in, why it is lost, or nothing at the moment. */
type Known = `discord:${string}` | 'open' | 'gone' | 'forbidden' | 'silent';

/** A platform that knows these channels and no other; nothing can be posted there. */
export function outletOf(platform: string, channels: Record<string, Known>): Messenger {
  return {
    platform,
    post: async () => ({ kind: 'later', wait: 1000 }),
    find: async () => undefined,
    edit: async () => 'shown',
    async reach(channel) {
      const known = channels[channel] ?? 'gone';
      switch (known) {
        case 'silent':
          return undefined;
        case 'gone':
        case 'forbidden':
          return { kind: 'lost', why: known, reason: 'test' };
        case 'open':
          return { kind: 'open', space: undefined };
        default:
          return { kind: 'open', space: known };
      }
    },
  };
}

/** Guild 100000 with the channels 100001 and 100002, where 100009 manages; somebody else is a student. */
export const GUILD = 'discord:100000';
export const ROOM = 'discord:100001';
export const OTHER_ROOM = 'discord:100002';

export const onDiscordAs = (id: string, more: Partial<Caller> = {}): Caller => ({
  id: `discord:${id}`,
  space: GUILD,
  channel: ROOM,
  locale: 'ko',
  manages: false,
  known: [`discord:${id}`],
  ...more,
});

export const onSlackAs = (id: string, more: Partial<Caller> = {}): Caller => ({
  id: `slack:T1:${id}`,
  space: 'slack:T1',
  channel: 'slack:C1',
  locale: 'ko',
  manages: false,
  known: [`slack:T1:${id}`],
  ...more,
});

/** The same person without a channel, as in direct messages. */
export const withoutChannel = ({ channel: _, ...caller }: Caller): Caller => caller;

export const manager = onDiscordAs('100009', { manages: true });
export const slackManager = onSlackAs('UBOSS', { manages: true });

/** The one class of a channel. */
export async function classIn(channel: string, { classes }: Context): Promise<Class> {
  const one = await classes.of(channel);
  if (!one) throw new Error(`no class in ${channel}`);
  return one;
}

/** All that a reply says, in one text. */
export const allOf = (reply: Reply): string => textsOf(reply).join('\n');

export const linesOf = (reply: Reply): string[] => buttonsOf(reply).map(({ line }) => line);

/** The code that is shown. */
export function codeOf(reply: Reply): string {
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(allOf(reply))?.[0];
  if (code === undefined) throw new Error(`no code in ${allOf(reply)}`);
  return code;
}

/** Runs as many at once, and gives all that came of it. */
export const together = <T>(...runs: (() => Promise<T>)[]): Promise<T[]> => Promise.all(runs.map((run) => run()));

const FEW = Object.fromEntries(
  ['pod', 'node'].map((id) => [`glossary/${id}.md`, readFileSync(join(COURSE, `glossary/${id}.md`))]),
);

/** The whole bot on two concepts, which are read at once. */
export const smallBot = (how: Parameters<typeof botOf>[1] = {}): ReturnType<typeof botOf> =>
  botOf([folderOf({ ...FEW, 'course.yaml': 'command: k8s\n' })], how);
