import { type Caller, type Command, isTyped } from '../../core/command/command.ts';
import { actionOf } from '../../core/command/invoke.ts';
import type { Options } from '../../core/command/options.ts';
import { normalize } from '../../language/normalize.ts';

/** What may stand there, and the typed letters that it takes the place of. */
type Completion = [offered: string[], typed: string];

/** The names that begin with what was typed; all of them where none does. */
function beginning(names: readonly string[], typed: string, all = names): Completion {
  const fitting = typed === '' ? [] : names.filter((name) => name.startsWith(typed));
  return [(fitting.length > 0 ? fitting : Array.from(all)).map((name) => `${name} `), typed];
}

/** Free words as a whole, words of a certain form one by one: what the options themselves offer. */
function values(options: Options, typed: string, { locale }: Caller): Completion {
  const all = Object.values(options);
  const texts = all.filter((option) => option.type === 'text');
  const partial = texts.length > 0 ? typed : typed.slice(typed.lastIndexOf(' ') + 1);
  if (partial === '') return [[], partial];
  const words = all.filter((option) => option.type === 'word');
  const offered = (texts.length > 0 ? texts : words)
    .flatMap(({ complete }) => complete?.(partial) ?? [])
    .flatMap((title) => [title[locale], locale === 'ko' ? title.en : title.ko])
    .map((title) => normalize(title));
  const begun = offered.filter((title) => title.toLowerCase().startsWith(partial.toLowerCase()));
  // What does not begin with the typed letters (initial consonants, the other layout) is put in their place.
  return [begun.length > 0 ? Array.from(new Set(begun)) : offered.slice(0, 1), partial];
}

/** Completes commands and their actions by their names, and what follows by what the options offer. */
export function createCompleter(commands: readonly Command[], caller: Caller): (line: string) => Completion {
  const listed = commands.filter(isTyped);
  return (line) => {
    const space = line.indexOf(' ');
    if (line.startsWith('/') && space < 0)
      return beginning(
        listed.map(({ name }) => `/${name}`),
        line,
      );
    const command =
      listed.find(({ name }) => line.startsWith(`/${name} `)) ?? listed.find(({ name }) => name === 'k8s');
    const typed = line.startsWith('/') ? line.slice(space + 1) : line;
    if (!command?.actions) return values(command?.options ?? {}, typed, caller);
    const actions = Object.entries(command.actions);
    const names = actions.map(([name]) => name);
    const [first = '', ...rest] = typed.split(' ');
    if (rest.length === 0)
      return beginning([...names, ...actions.flatMap(([, { korean }]) => korean ?? [])], first, names);
    const [, action] = actionOf(first, command) ?? [];
    return values(action?.options ?? {}, rest.join(' '), caller);
  };
}
