import type { APIMessage } from 'discord.js';
import type { Caller } from '../../core/command/command.ts';
import type { Bot } from '../../core/command/dispatch.ts';
import type { Draw } from '../../core/reply/drawable.ts';
import { type Following, follow, type Look } from '../../core/reply/follow.ts';
import { drawReply } from './drawn.ts';
import { logFields } from './errors.ts';
import { DISCORD, TIMES } from './limits.ts';
import { TYPES } from './question-parts.ts';
import { type Asked, showInPlace, type Wire } from './respond.ts';

/** Has a message a button of this command? */
export const isOfCommand = ({ components }: Pick<APIMessage, 'components'>, command: string): boolean =>
  new RegExp(`"custom_id":"${TYPES}*${command} `).test(JSON.stringify(components ?? []));

/** Messages that change by themselves, one of each person. */
export interface Followed {
  /** Follows what the person's answer shows; a message of theirs that was followed before is left as it is. */
  begin(look: Look, caller: Caller, asked: Asked): void;
  /**
   * A person presses something on a message. If it is followed, that ends, and nothing more comes in its place until what
   * is given is called: the answer stands elsewhere.
   */
  pressed(person: string, message: APIMessage): Promise<(() => void) | undefined>;
  /** Follows none any more. */
  stop(): void;
}

export function createFollowed({ dispatch }: Pick<Bot, 'dispatch'>, draw: Draw, wire: Wire): Followed {
  /** By person; who began first is first. */
  const all = new Map<string, { following: Following; command: string; again: (from: Look) => void }>();

  let isEnding = false;

  function begin(look: Look, caller: Caller, asked: Asked): void {
    // An answer that was on its way may arrive after that.
    if (isEnding) return;
    const { id } = caller;
    all.get(id)?.following.stop();
    all.delete(id);
    const following = follow(look, {
      ...{ every: TIMES.follow, timers: wire.timers, caller, dispatch },
      show: async (reply) => (await showInPlace(await drawReply(reply, draw, wire.log), asked, wire)) === 'done',
    });
    const own = {
      following,
      command: look.line.split(' ', 1)[0] ?? '',
      again: (from: Look) => begin(from, caller, asked),
    };
    all.set(id, own);
    const [first] = all.values();
    if (all.size > DISCORD.followed) first?.following.stop();
    void following.ended
      .catch((error: unknown) => wire.log.warn(logFields(error), 'a message is followed no more'))
      .finally(() => all.get(id) === own && all.delete(id));
  }

  return {
    begin,
    async pressed(person, message) {
      const own = all.get(person);
      if (!own || !isOfCommand(message, own.command)) return undefined;
      const last = own.following.stop();
      await own.following.ended.catch(() => {});
      return () => own.again(last);
    },
    stop() {
      isEnding = true;
      for (const { following } of all.values()) following.stop();
    },
  };
}
