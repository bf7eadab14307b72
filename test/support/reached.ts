import { type Caller, isTyped } from '../../src/core/command/command.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import type { Option } from '../../src/core/command/options.ts';
import type { Context } from '../../src/course/context.ts';
import { readText } from '../../src/platforms/slack/incoming.ts';
import { createCompleter } from '../../src/platforms/terminal/complete.ts';
import { readSpeaker } from '../../src/platforms/terminal/players.ts';
import { interpretLine } from '../../src/platforms/terminal/press.ts';
import { encodePractice, playerOf } from '../../src/practice/practice.ts';

/** Options of a kind are read by the same code; a word has code of its own. */
const kindOf = (option: Option): unknown => (option.type === 'word' ? option.read : option.type);

/** Everything that a text which somebody sends can reach, by what it is called in a failing test. */
export function reached(bot: Bot, world: Context, caller: Caller): ReadonlyMap<string, (text: string) => unknown> {
  const all = new Map<string, (text: string) => unknown>();
  const dispatched = (before: string): void =>
    void all.set(`the line ${before}…`, (text) => bot.dispatch(before + text, caller));
  dispatched('');
  dispatched('/');
  for (const { name, options, actions = {}, ...command } of bot.commands) {
    const typed = isTyped(command);
    dispatched(typed ? `/${name} ` : `${name} `);
    const parts = [
      { line: name, called: { command: name }, own: options },
      ...Object.entries(actions).map(([action, one]) => ({
        line: `${name} ${action}`,
        called: { command: name, action },
        own: one.options,
      })),
    ];
    for (const { line, called, own } of parts) {
      if (line !== name) dispatched(`/${line} `);
      // One of each type: what reads it is the same.
      const kinds = new Map(
        Object.entries(own).map(([option, declared]) => [kindOf(declared), [option, declared] as const]),
      );
      for (const [option, declared] of kinds.values()) {
        if (typed) dispatched(`/${line} ${option}:`);
        all.set(`the option ${line} ${option}`, (text) =>
          bot.dispatch({ ...called, options: { [option]: text } }, caller),
        );
        if ((declared.type === 'text' || declared.type === 'word') && declared.complete) {
          const { complete } = declared;
          all.set(`the completion of ${line} ${option}`, (text) => complete(text, caller.id));
        }
      }
    }
  }
  const practice = encodePractice({ topic: 'all', seed: 'abcd', player: playerOf(caller.id), count: 5, marks: '' });
  for (const { id } of new Map(Array.from(world.course().questions.values(), (one) => [one.type, one])).values())
    dispatched(`drill ${practice} ${id} `);
  all.set('a message in Slack', (text) => readText(text));
  all.set('a message in Slack that names people', (text) => readText(text, 'kept'));
  all.set('a line at the terminal', (text) =>
    interpretLine(
      readSpeaker(text, caller).text,
      { own: undefined, posted: undefined },
      { locale: 'ko', commands: bot.commands },
    ),
  );
  const complete = createCompleter(bot.commands, caller);
  all.set('the terminal’s completion', complete);
  all.set('the terminal’s completion of a command', (text) => complete(`/class setup ${text}`));
  return all;
}
