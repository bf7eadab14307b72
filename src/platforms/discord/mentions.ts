import { ApplicationCommandType } from 'discord.js';
import { type Command, isTyped, nameIn } from '../../core/command/command.ts';
import { type OptionWords, optionWords } from '../../core/command/option-words.ts';
import { type Found, route } from '../../core/command/route.ts';
import type { Locale } from '../../core/locale.ts';
import { oneLine } from '../../language/normalize.ts';
import { type Particle, particleOf } from '../../language/with-particle.ts';
import type { Slash } from '../../markdown/slash.ts';
import type { Registered } from './answers.ts';
import type { WriteCommand } from './markdown.ts';

/**
 * Where a text is read. `server`: one that the bot is in, with its id where that is known. `direct`: direct messages with
 * the bot. `elsewhere`: what a person has brought it to, a server without the bot or others' direct messages.
 */
export type Place = { kind: 'server'; id?: string | undefined } | { kind: 'direct' } | { kind: 'elsewhere' };

/** The registered commands, by their names, and the guild that alone has them; undefined for everyone's. */
interface Known {
  commands: readonly Registered[];
  guildId: string | undefined;
}

/** Names the commands that texts tell people to type. */
export interface Mentions {
  /** What Discord has registered. Until then commands stand in code. */
  learn(known: Known): void;
  /** How a reader of a language calls commands at a place; `commandInCode`: on a server that knows no such mentions. */
  named(locale: Locale, place: Place): { command: WriteCommand; commandInCode: WriteCommand };
}

type IdOf = (command: Command) => string | undefined;

const SLASH = ApplicationCommandType.ChatInput;

/** May people at a place press a command, once it is registered? Instructors' are for servers; see offeredIn(). */
function isOffered({ usedBy }: Command, place: Place, { guildId }: Known): boolean {
  if (guildId !== undefined) return place.kind === 'server' && (place.id ?? guildId) === guildId;
  return usedBy === 'everyone' || place.kind === 'server';
}

const named = ({ name, option, words }: OptionWords, locale: Locale): string =>
  `${nameIn(locale, { name, korean: option.korean })}:${words}`;

/** A command's line, its options named, as a client of Discord's shows it: `class 설정 요일:월수금 시각:10시`. */
function partsOf({ command, action, given }: Found, locale: Locale): { name: string; options: string } {
  const [own, declared] = action ?? [undefined, command];
  const words = typeof given === 'string' ? optionWords(declared, given) : [];
  const called = own === undefined ? [] : [nameIn(locale, { name: own, korean: action?.[1].korean })];
  return { name: [command.name, ...called].join(' '), options: words.map((one) => named(one, locale)).join(' ') };
}

/** With the particle that goes with what is read last. */
const ended = (parts: readonly string[], last: string, particle: Particle | undefined): string =>
  parts.join(' ') + (particle === undefined ? '' : particleOf(last, particle));

const code = (text: string): string => `\`${oneLine(text).replaceAll('`', '')}\``;

/** Discord lists no bare name of a command with actions: a person cannot type that. */
const isWhole = ({ command, action }: Found): boolean => command.actions === undefined || action !== undefined;

/** A command as the reader presses it, or, without an id, as they type it, in code. */
function written({ line, particle }: Slash, locale: Locale, commands: readonly Command[], idOf: IdOf): string {
  const found = route(`/${line}`, commands);
  if (found.command === undefined || !isTyped(found.command)) return ended([code(`/${line}`)], line, particle);
  const { name, options } = partsOf(found, locale);
  const id = isWhole(found) ? idOf(found.command) : undefined;
  if (id === undefined) {
    const typed = [`/${name}`, options].filter(Boolean).join(' ');
    return ended([code(typed)], typed, particle);
  }
  // Discord, Reference: Message Formatting. Only the names as they are registered can be pressed, and are shown as such.
  const own = [found.command.name, ...(found.action ? [found.action[0]] : [])].join(' ');
  const parts = [`</${own}:${id}>`, ...(options === '' ? [] : [code(options)])];
  return ended(parts, options || own, particle);
}

/** Names commands as they are declared, and those that Discord has registered so that a press begins them. */
export function createMentions(commands: readonly Command[]): Mentions {
  let known: Known = { commands: [], guildId: undefined };
  let ids: ReadonlyMap<string, string> = new Map();
  const typed = commands.filter(isTyped);
  return {
    learn(told) {
      known = told;
      ids = new Map(told.commands.flatMap(({ name, id, type }) => ((type ?? SLASH) === SLASH ? [[name, id]] : [])));
    },
    named: (locale, place) => ({
      command: (named) =>
        written(named, locale, typed, (command) =>
          isOffered(command, place, known) ? ids.get(command.name) : undefined,
        ),
      commandInCode: (named) => written(named, locale, typed, () => undefined),
    }),
  };
}
