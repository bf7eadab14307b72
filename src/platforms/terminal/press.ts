import { passOf, saysPass } from '../../core/dont-know.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Choice, Reply } from '../../core/reply/blocks.ts';

/** What can be pressed, in the order in which render() numbers it. */
type Pressable = { kind: 'button'; line: string } | { kind: 'option'; choice: Choice; value: string };

const pressables = (blocks: readonly Block[]): Pressable[] =>
  blocks.flatMap((block): Pressable[] => {
    if (block.type === 'buttons') return block.buttons.map(({ line }) => ({ kind: 'button', line }));
    if (block.type === 'choice') return block.options.map(({ value }) => ({ kind: 'option', choice: block, value }));
    return [];
  });

/** What a typed line means after a reply: a command line to run, or a hint to show instead. */
export type Meaning = { line: string } | { hint: string };

const NUMBERS = /^\d{1,2}(?:[\s,]+\d{1,2})*$/;

function picks(choice: Choice, values: readonly string[], locale: Locale): Meaning {
  const ko = locale === 'ko';
  const all = choice.ordered ? [...choice.picked, ...values] : Array.from(new Set(values)).sort();
  if (new Set(all).size < all.length)
    return {
      hint: ko ? '같은 번호가 두 번 있어요. 다시 입력해 주세요.' : 'A number is there twice. Please type them again.',
    };
  if (all.length > choice.max)
    return {
      hint:
        choice.max === 1
          ? ko
            ? '번호를 하나만 골라 주세요.'
            : 'Pick just one.'
          : ko
            ? `번호는 ${choice.max}개까지만 고를 수 있어요.`
            : `Pick at most ${choice.max}.`,
    };
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
export function meaning(
  typed: string,
  last: Reply | undefined,
  { locale, commands }: { locale: Locale; commands: ReadonlySet<string> },
): Meaning | undefined {
  const text = typed.trim();
  const blocks = last?.blocks ?? [];
  if (text === '') {
    const main = blocks
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find((button) => button.primary);
    return main && { line: main.line };
  }
  const input = blocks.find((block) => block.type === 'input');
  const isCommand = commands.has(text.slice(1).split(/\s/)[0]?.toLowerCase() ?? '');
  if (text.startsWith('/') && (isCommand || !input)) return { line: text };
  if (input) return { line: `${input.line} ${text}` };
  const choice = blocks.find((block) => block.type === 'choice');
  if (choice && saysPass(text)) return { line: `${choice.line} ${passOf(choice.max)}` };
  // Where an option is itself a number, what was typed is the number beside it.
  const option = choice && !NUMBERS.test(text) ? byWords(choice, text) : undefined;
  if (choice && option !== undefined) return picks(choice, [option], locale);
  if (!NUMBERS.test(text)) return { line: text };
  const shown = pressables(blocks);
  const pressed = text.split(/[\s,]+/).map((number) => shown[Number(number) - 1]);
  const ko = locale === 'ko';
  const [first] = pressed;
  if (shown.length === 0)
    return {
      hint: ko
        ? '지금은 고를 번호가 없어요. `/dosirak`으로 할 수 있는 일을 보세요.'
        : 'There is nothing to pick. See /dosirak.',
    };
  if (first === undefined || pressed.includes(undefined))
    return {
      hint: ko ? `1부터 ${shown.length}까지의 번호를 입력해 주세요.` : `Type a number from 1 to ${shown.length}.`,
    };
  if (first.kind === 'button') return { line: first.line };
  return picks(
    first.choice,
    pressed.flatMap((one) => (one?.kind === 'option' ? [one.value] : [])),
    locale,
  );
}
