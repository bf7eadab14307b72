import type { Command } from '../../core/command/command.ts';
import { completed } from '../../core/command/line.ts';
import { namesCommand } from '../../core/command/route.ts';
import { saysDontKnow } from '../../core/dont-know.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Choice, Reply } from '../../core/reply/blocks.ts';
import { choiceControls } from '../../core/reply/controls.ts';
import { withoutMargins } from '../../language/normalize.ts';
import { text } from './text.ts';

/** What can be pressed, in the order in which render() numbers it. */
type Pressable = { kind: 'button'; line: string } | { kind: 'option'; choice: Choice; value: string };

const pressables = (blocks: readonly Block[], locale: Locale): Pressable[] =>
  blocks.flatMap((block): Pressable[] => {
    if (block.type === 'buttons') return block.buttons.map(({ line }) => ({ kind: 'button', line }));
    if (block.type !== 'choice') return [];
    const options = block.options.map(({ value }): Pressable => ({ kind: 'option', choice: block, value }));
    return [...options, { kind: 'button', line: choiceControls(block, locale).dontKnow.line }];
  });

/** What a typed line means after a reply: a command line to run, or a hint to show instead. */
export type Interpretation = { line: string } | { hint: string };

const NUMBERS = /^\d{1,2}(?:[\s,]+\d{1,2})*$/;

function picks(choice: Choice, values: readonly string[], locale: Locale): Interpretation {
  const all = choice.ordered ? [...choice.picked, ...values] : Array.from(new Set(values)).sort();
  const { sameNumberTwice, atMost } = text(locale);
  if (new Set(all).size < all.length) return { hint: sameNumberTwice };
  if (all.length > choice.max) return { hint: atMost(choice.max) };
  return { line: `${choice.line} ${all.join('')}` };
}

/** An option by its own words, whole or the short form in its parentheses: `맞아요`, `O` for `맞아요 (O)`. */
function byWords(choice: Choice, text: string): string | undefined {
  const wanted = text.toLowerCase();
  const forms = (label: string): string[] => [
    label,
    label.replace(/ ?\([^()]*\)$/, ''),
    /\(([^()]*)\)$/.exec(label)?.[1] ?? label,
  ];
  const found = choice.options.filter(({ label }) => forms(label).some((form) => form.toLowerCase() === wanted));
  return found.length === 1 ? found[0]?.value : undefined;
}

/**
 * Numbers press what the last reply has shown, as do an option's own words; Enter alone presses its main button; other
 * words answer its text question; everything else is a line of its own. `/` and a command's name is always a command.
 */
export function interpretLine(
  typed: string,
  last: Reply | undefined,
  { locale, commands }: { locale: Locale; commands: readonly Command[] },
): Interpretation | undefined {
  const said = withoutMargins(typed);
  const blocks = last?.blocks ?? [];
  if (said === '') {
    const main = blocks
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find((button) => button.primary);
    return main && { line: main.line };
  }
  const input = blocks.find((block) => block.type === 'input');
  if (said.startsWith('/') && (!input || namesCommand(said, commands))) return { line: said };
  if (input) return { line: completed(input.line, said) };
  const choice = blocks.find((block) => block.type === 'choice');
  if (choice && saysDontKnow(said)) return { line: choiceControls(choice, locale).dontKnow.line };
  // Where an option is itself a number, what was typed is the number beside it.
  const option = choice && !NUMBERS.test(said) ? byWords(choice, said) : undefined;
  if (choice && option !== undefined) return picks(choice, [option], locale);
  if (!NUMBERS.test(said)) return { line: said };
  const shown = pressables(blocks, locale);
  const pressed = said.split(/[\s,]+/).map((number) => shown[Number(number) - 1]);
  const [first] = pressed;
  if (shown.length === 0) return { hint: text(locale).nothingToPick };
  if (first === undefined || pressed.includes(undefined)) return { hint: text(locale).numberUpTo(shown.length) };
  // Who does not know picks nothing besides.
  const isMixed = pressed.some((one) => one?.kind !== first.kind);
  if (isMixed && choice) return { hint: text(locale).numberUpTo(choice.options.length) };
  if (first.kind === 'button') return { line: first.line };
  return picks(
    first.choice,
    pressed.flatMap((one) => (one?.kind === 'option' ? [one.value] : [])),
    locale,
  );
}
