import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Command, isTyped } from '../core/command/command.ts';
import type { Option, Options } from '../core/command/options.ts';
import { COMMAND_NAME, RESERVED } from '../core/command/reserved.ts';
import { StartError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import { LOOK_UP } from '../course/lines.ts';

/** As Discord has them, the stricter of the two platforms. */
const KOREAN_NAME = /^[\p{Script=Hangul}0-9-]{1,32}$/u;
const LONGEST_SUMMARY = 100;
/** Slack's shortcuts; Discord's menus take 32. */
const LONGEST_MENU = 24;
/** Options of a command or subcommand, subcommands of a command. */
const MOST = 25;

/** A file of commands/ does not declare a usable command. */
export class CommandError extends StartError {
  constructor(file: string, problem: string) {
    super(`commands/${file}: ${problem}`);
    this.name = 'CommandError';
  }
}

const text = z.object({ ko: z.string(), en: z.string() });

const declared = { summary: text, korean: z.string().optional() };
const options = z.record(
  z.string(),
  z.discriminatedUnion('type', [
    z.object({ ...declared, type: z.enum(['text', 'integer', 'choice', 'channel', 'mentionable', 'file']) }),
    z.object({ ...declared, type: z.literal('word'), read: z.function(), example: text }),
  ]),
);

/** Files of commands/ may be written without types: this is what they may lack. */
const SHAPE = z.object({
  name: z.string(),
  summary: text,
  usedBy: z.enum(['everyone', 'instructors', 'buttons']),
  visibility: z.enum(['caller', 'channel']).optional(),
  spoken: z.array(z.string()).optional(),
  lines: z.array(z.string()).optional(),
  messageMenu: text.optional(),
  homeBox: text.optional(),
  examples: z.array(text),
  options,
  actions: z.record(z.string(), z.object({ ...declared, options, run: z.function() })).optional(),
  run: z.function(),
});

type Refuse = (problem: string) => never;
type Named = Readonly<Record<string, { summary: Localized; korean?: string }>>;

/** Names, Korean names and summaries of options, or of actions. */
function checkNames(kind: 'option' | 'action', all: Named, refuse: Refuse): void {
  const entries = Object.entries(all);
  if (entries.length > MOST) refuse(`${entries.length} ${kind}s; at most ${MOST}`);
  for (const [name, { summary, korean }] of entries) {
    if (!COMMAND_NAME.test(name))
      refuse(`the ${kind} "${name}" must be lower-case letters, digits and hyphens, at most 32`);
    checkSummary(name, summary, refuse);
    if (korean !== undefined && !KOREAN_NAME.test(korean))
      refuse(`the Korean name of "${name}" must be Hangul without spaces, at most 32`);
  }
  const names = entries.flatMap(([, { korean }]) => korean ?? []);
  if (new Set(names).size < names.length) refuse(`two ${kind}s share a Korean name`);
}

function checkSummary(name: string, { ko, en }: Localized, refuse: Refuse): void {
  for (const text of [ko, en])
    if (text === '' || Array.from(text).length > LONGEST_SUMMARY)
      refuse(`the summary of "${name}" must have 1 to ${LONGEST_SUMMARY} characters`);
}

function checkOptions(options: Options, refuse: Refuse, isTypedLine = true): void {
  checkNames('option', options, refuse);
  const of = (wanted: Option['type']) => Object.values(options).filter(({ type }) => type === wanted);
  // What is only pressed or sent by a form names each of its values.
  if (isTypedLine && of('text').length > 1) refuse('only one text option can be told apart in a typed line');
  if (of('file').length > 1) refuse('only one file option can be told apart in a message');
}

function check(command: Command, file: string): Command {
  const refuse: Refuse = (problem) => {
    throw new CommandError(file, problem);
  };
  const shape = SHAPE.safeParse(command);
  if (!shape.success)
    return refuse(shape.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const { name, lines = [], summary, messageMenu, options, actions } = command;
  if (!COMMAND_NAME.test(name)) refuse(`the name "${name}" must be lower-case letters, digits and hyphens, at most 32`);
  if (![name, ...lines].some((one) => `${one}.ts` === file))
    refuse(`declares "${name}"; the file must be named after its command`);
  if (RESERVED.has(name)) refuse(`"${name}" is a command of Discord's or Slack's own`);
  checkSummary(name, summary, refuse);
  if (Object.values(messageMenu ?? {}).some((one) => one === '' || Array.from(one).length > LONGEST_MENU))
    refuse(`the name in the message menu must have 1 to ${LONGEST_MENU} characters`);
  checkOptions(options, refuse, isTyped(command));
  if (!actions) return command;
  if (Object.keys(options).length > 0) refuse('has both actions and options; options belong to its actions');
  if (Object.keys(actions).length === 0) refuse('has no action in its actions');
  checkNames('action', actions, refuse);
  for (const [action, declared] of Object.entries(actions))
    checkOptions(declared.options, (problem) => refuse(`${action}: ${problem}`));
  return command;
}

/** The names of commands whose files are in the folder, but for the one that looks things up: its name is the course's. */
export const ownNames = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
      .filter((name) => name !== LOOK_UP),
  );

/**
 * Every command in the folder; being there is all it takes. One that belongs to a feature that the course does not have
 * gives null.
 * @throws CommandError for a file whose default export is no factory of a valid command.
 */
export async function loadCommands(folder: string, context: Context): Promise<Command[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const loaded = await Promise.all(
    files.map(async (file) => {
      const module: { default?: unknown } = await import(pathToFileURL(join(folder, file)).href);
      if (typeof module.default !== 'function')
        throw new CommandError(file, 'has no default export (context) => command({ … })');
      const made: unknown = module.default(context);
      if (made === null) return [];
      if (typeof made !== 'object')
        throw new CommandError(file, 'its default export returns no command; is a return missing?');
      return [check(made as Command, file)];
    }),
  );
  return loaded.flat();
}
