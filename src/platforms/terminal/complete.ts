import { type Caller, type Command, isTyped } from '../../core/command/command.ts';
import type { Options } from '../../core/command/options.ts';
import { findQuestionCommand, route } from '../../core/command/route.ts';
import { normalize } from '../../language/normalize.ts';

/** What may stand there, and the typed letters that it takes the place of. */
type Completion = [offered: string[], typed: string];

/** The names that begin with what was typed; all of them where none does. */
function beginning(names: readonly string[], typed: string, all = names): Completion {
  const fitting = typed === '' ? [] : names.filter((name) => name.startsWith(typed));
  return [(fitting.length > 0 ? fitting : Array.from(all)).map((name) => `${name} `), typed];
}

/** Free words as a whole, words of a certain form one by one: what the options themselves offer. */
async function values(options: Options, typed: string, { id, locale }: Caller): Promise<Completion> {
  const all = Object.values(options);
  const texts = all.filter((option) => option.type === 'text');
  const partial = texts.length > 0 ? typed : typed.slice(typed.lastIndexOf(' ') + 1);
  if (partial === '') return [[], partial];
  const words = all.filter((option) => option.type === 'word');
  const found = await Promise.all(
    (texts.length > 0 ? texts : words).map(async ({ complete }) => (await complete?.(partial, id)) ?? []),
  );
  const offered = found
    .flat()
    .flatMap((title) => [title[locale], locale === 'ko' ? title.en : title.ko])
    .map((title) => normalize(title));
  const begun = offered.filter((title) => title.toLowerCase().startsWith(partial.toLowerCase()));
  // What does not begin with the typed letters (initial consonants, the other layout) is put in their place.
  return [begun.length > 0 ? Array.from(new Set(begun)) : offered.slice(0, 1), partial];
}

/** The end of a line from the words on that are left for options; undefined where they were typed in odd letters. */
function tailOf(line: string, given: string): string | undefined {
  if (given === '') return '';
  const at = line.trimEnd().length - given.length;
  return line.startsWith(given, at) ? line.slice(at) : undefined;
}

/** Completes commands and their actions by their names, and what follows by what the options offer. */
export function createCompleter(commands: readonly Command[], caller: Caller): (line: string) => Promise<Completion> {
  const listed = commands.filter(isTyped);
  const names = listed.map(({ name }) => `/${name}`);
  const question = findQuestionCommand(listed);
  return async (line) => {
    if (!line.includes(' '))
      return line.startsWith('/') ? beginning(names, line) : values(question?.options ?? {}, line, caller);
    const routed = route(line, listed);
    if (routed.command === undefined) return [[], line];
    const { command, action, given } = routed;
    const typed = tailOf(line, String(given));
    if (typed === undefined) return [[], line];
    if (!command.actions) return values(command.options, typed, caller);
    const last = line.slice(line.lastIndexOf(' ') + 1);
    // An action's own name may go on: `설` is typed, and `설정` is offered.
    if (action && (typed !== '' || last === '')) return values(action[1].options, typed, caller);
    if (typed.includes(' ')) return [[], last];
    const actions = Object.entries(command.actions);
    const english = actions.map(([name]) => name);
    return beginning([...english, ...actions.flatMap(([, { korean }]) => korean ?? [])], last, english);
  };
}
