import type { Command } from '../../core/command/command.ts';
import { completed } from '../../core/command/line.ts';
import { namesCommand } from '../../core/command/route.ts';
import { saysDontKnow } from '../../core/dont-know.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Choice, Reply } from '../../core/reply/blocks.ts';
import { choiceControls } from '../../core/reply/controls.ts';
import { menusControls } from '../../core/reply/menus.ts';
import { otherLayout } from '../../language/hangul.ts';
import { withoutMargins } from '../../language/normalize.ts';
import { readMenus } from './menus.ts';
import { markOf } from './render.ts';
import { text } from './text.ts';

/** What can be pressed, in the order in which render() marks it. */
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
/** Latin letters one by one, or the jamo on the same keys. */
const LETTERS = /^[a-zㄱ-ㅣ](?:[\s,]+[a-zㄱ-ㅣ])*$/i;

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

/** What asks for something to be chosen or written. */
export const asks = (reply: Reply | undefined): boolean =>
  reply?.blocks.some(({ type }) => ['choice', 'menus', 'buttons', 'input'].includes(type)) ?? false;

/** What pairs of numbers and letters pick, of the own answer's menus or else of those in the channel. */
function pickMenus(said: string, { own, posted }: Seen): Interpretation | undefined {
  const block = [own, posted].flatMap((reply) => reply?.blocks ?? []).find(({ type }) => type === 'menus');
  const picks = block?.type === 'menus' ? readMenus(said, block) : undefined;
  return block?.type !== 'menus' || picks === undefined ? undefined : { line: `${block.line} ${picks}` };
}

/** Presses all of these, of what can be pressed. */
function press(pressed: readonly Pressable[], locale: Locale): Interpretation | undefined {
  const [first] = pressed;
  if (first === undefined) return undefined;
  if (pressed.some(({ kind }) => kind !== first.kind)) return { hint: text(locale).dontKnowAlone };
  if (first.kind === 'button') return { line: first.line };
  return picks(
    first.choice,
    pressed.flatMap((one) => (one.kind === 'option' ? [one.value] : [])),
    locale,
  );
}

/** A letter as it was typed, also with Korean keys: `a`, `A`, `ㅁ`. */
const letterOf = (typed: string): string | undefined =>
  [typed.toLowerCase(), otherLayout(typed) ?? ''].find((one) => /^[a-z]$/.test(one));

/** What letters press of what the channel shows; undefined where they are none of its marks. */
function byLetters(said: string, posted: Reply, locale: Locale): Interpretation | undefined {
  if (!LETTERS.test(said)) return undefined;
  const marked = new Map(pressables(posted.blocks, locale).map((one, place) => [markOf(place, 'letters'), one]));
  const pressed = said.split(/[\s,]+/).map((letter) => marked.get(letterOf(letter) ?? ''));
  return pressed.includes(undefined)
    ? undefined
    : press(
        pressed.flatMap((one) => one ?? []),
        locale,
      );
}

/** What a person sees: their own last answer, marked by numbers, and what the channel shows, by letters. */
export interface Seen {
  own: Reply | undefined;
  posted: Reply | undefined;
}

/**
 * Numbers press what the person's own last answer has shown, letters what stands in the channel; where the own answer
 * has nothing to choose, numbers and words are for the channel, too. An option's own words pick it; Enter alone presses
 * the own answer's main button; other words answer a text question; everything else is a line of its own. `/` and a
 * command's name is always a command.
 */
export function interpretLine(
  typed: string,
  { own, posted }: Seen,
  { locale, commands }: { locale: Locale; commands: readonly Command[] },
): Interpretation | undefined {
  const said = withoutMargins(typed);
  if (said === '') {
    const main = (own?.blocks ?? [])
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find((button) => button.primary);
    return main && { line: main.line };
  }
  const blocks = (asks(own) || !asks(posted) ? own : posted)?.blocks ?? [];
  const input = blocks.find((block) => block.type === 'input');
  if (said.startsWith('/') && (!input || namesCommand(said, commands))) return { line: said };
  if (input) return { line: completed(input.line, said) };
  const menus = blocks.find((block) => block.type === 'menus');
  if (menus && saysDontKnow(said)) return { line: menusControls(menus, locale).dontKnow.line };
  const paired = pickMenus(said, { own, posted });
  if (paired) return paired;
  const choice = blocks.find((block) => block.type === 'choice');
  if (choice && saysDontKnow(said)) return { line: choiceControls(choice, locale).dontKnow.line };
  // Where an option is itself a number, what was typed is the number beside it.
  const option = choice && !NUMBERS.test(said) ? byWords(choice, said) : undefined;
  if (choice && option !== undefined) return picks(choice, [option], locale);
  const lettered = posted && byLetters(said, posted, locale);
  if (lettered) return lettered;
  if (!NUMBERS.test(said)) return { line: said };
  const shown = pressables(blocks, locale);
  if (shown.length === 0)
    return { hint: menus ? text(locale).howToMatch(menus.menus.length, '') : text(locale).nothingToPick };
  const pressed = said.split(/[\s,]+/).map((number) => shown[Number(number) - 1]);
  const found = pressed.flatMap((one) => one ?? []);
  if (found.length < pressed.length) return { hint: text(locale).numberUpTo(shown.length) };
  return press(found, locale);
}
