import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command } from './core/command.ts';
import { StartError } from './core/errors.ts';
import type { World } from './world.ts';

/** Discord (Application Commands: naming, limits), the stricter of the two platforms. */
const NAME = /^[a-z0-9-]{1,32}$/;
const KOREAN_NAME = /^[\p{Script=Hangul}0-9-]{1,32}$/u;
const LONGEST_SUMMARY = 100;

/** Commands that Discord's or Slack's own clients answer, so that ours would never be seen. */
const BUILT_IN = new Set(
  (
    'active apps archive away ban call collapse dm dnd expand feed feedback giphy help huddle invite join kick leave me msg mute ' +
    'nick open prefs remind remove rename search shortcuts shrug spoiler star status tableflip tenor thread timeout topic tts unflip who'
  ).split(' '),
);

/** A file of commands/ that declares no usable command. */
export class CommandError extends StartError {
  constructor(file: string, problem: string) {
    super(`commands/${file}: ${problem}`);
    this.name = 'CommandError';
  }
}

const text = z.object({ ko: z.string(), en: z.string() });

/** What a command written without types may lack. */
const SHAPE = z.object({
  name: z.string(),
  summary: text,
  usedBy: z.enum(['everyone', 'instructors', 'buttons']),
  visibility: z.enum(['caller', 'channel']).optional(),
  spoken: z.array(z.string()).optional(),
  examples: z.array(text),
  options: z.record(
    z.string(),
    z.object({ type: z.enum(['text', 'integer', 'choice']), summary: text, korean: z.string().optional() }),
  ),
  run: z.function(),
});

function check(command: Command, file: string): Command {
  const refuse = (problem: string): never => {
    throw new CommandError(file, problem);
  };
  const shape = SHAPE.safeParse(command);
  if (!shape.success) refuse(shape.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  if (!NAME.test(command.name))
    refuse(`the name "${command.name}" must be lower-case letters, digits and hyphens, at most 32`);
  if (`${command.name}.ts` !== file) refuse(`declares "${command.name}"; the file must be named after its command`);
  if (BUILT_IN.has(command.name)) refuse(`"${command.name}" is a command of Discord's or Slack's own`);
  const options = Object.entries(command.options);
  for (const [name, { summary }] of [[command.name, command] as const, ...options]) {
    if (!NAME.test(name)) refuse(`the option "${name}" must be lower-case letters, digits and hyphens, at most 32`);
    for (const text of [summary.ko, summary.en])
      if (text === '' || Array.from(text).length > LONGEST_SUMMARY)
        refuse(`the summary of "${name}" must have 1 to ${LONGEST_SUMMARY} characters`);
  }
  for (const [name, { korean }] of options)
    if (korean !== undefined && !KOREAN_NAME.test(korean))
      refuse(`the Korean name of "${name}" must be Hangul without spaces, at most 32`);
  const names = options.flatMap(([, { korean }]) => korean ?? []);
  if (new Set(names).size < names.length) refuse('two options share a Korean name');
  const texts = options.filter(([, option]) => option.type === 'text');
  if (texts.length > 1) refuse('only one text option can be told apart in a typed line');
  return command;
}

/**
 * Every command in the folder; being there is all it takes.
 * @throws CommandError for a file whose default export is no factory of a valid command.
 */
export async function loadCommands(folder: string, world: World): Promise<Command[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const module: { default?: unknown } = await import(pathToFileURL(join(folder, file)).href);
      if (typeof module.default !== 'function')
        throw new CommandError(file, 'has no default export (world) => command({ … })');
      const made: unknown = module.default(world);
      if (typeof made !== 'object' || made === null)
        throw new CommandError(file, 'its default export returns no command; is a return missing?');
      return check(made as Command, file);
    }),
  );
}
