import { splitTokens } from '../../core/command/tokens.ts';
import { withoutMargins } from '../../language/normalize.ts';
import { writtenTypes } from '../../questions/types.ts';
import type { Entered } from './entered.ts';

/** What begins a line of an answer, in either width. */
const MARKS = [
  ['right', /^[=＝]\s*/],
  ['wrong', /^[-－−–•*]\s+/],
  ['why', /^[>＞]\s*/],
] as const;

/** A step of an order says its place itself: it is right with its number. */
const STEP = /^\d{1,2}[.)]\s/;

const FENCE = /^(`{3,}|~{3,})/;

const isMarked = (line: string): boolean =>
  FENCE.test(line) || STEP.test(line) || MARKS.some(([, mark]) => mark.test(line));

/** Options that may stand in the first line, by their names: `type:multiple`, `개념:"서비스 계정"`. */
const NAMED = /(?<=^|\s)(concept|개념|type|유형|edit|고치기):(?:["“]([^"“”\n]*)["”]|(\S+))/gi;

const OPTION: Readonly<Record<string, 'concept' | 'type' | 'edit'>> = {
  ...{ concept: 'concept', 개념: 'concept' },
  ...{ type: 'type', 유형: 'type' },
  ...{ edit: 'edit', 고치기: 'edit' },
};

/** The type of a name as people type it. */
export const typeNamed = (name: string) =>
  writtenTypes.find(({ type, writing }) =>
    [type, writing.name.ko, writing.name.en].some((one) => one.toLowerCase() === name.toLowerCase()),
  );

/** The lines of one: each text in quotes is a line of its own, where one of them begins as an answer's does. */
function splitLine(line: string): string[] {
  const tokens = splitTokens(line);
  if (!tokens.some(({ quoted, text }) => quoted && isMarked(text))) return [line];
  const lines: string[] = [];
  let isOpen = false;
  for (const { quoted, text } of tokens) {
    if (quoted || !isOpen) lines.push(text);
    else lines[lines.length - 1] += ` ${text}`;
    isOpen = !quoted;
  }
  return lines;
}

/** A first line without the options that it names. */
function takeOptions(line: string): { entered: Entered; left: string } {
  const entered: Entered = {};
  const left = line.replace(NAMED, (whole, name: string, inQuotes: string | undefined, word: string | undefined) => {
    const option = OPTION[name.toLowerCase()];
    const value = inQuotes ?? word ?? '';
    // Words of the question itself, as of a manifest's field.
    if (option === undefined || (option === 'type' && !typeNamed(value))) return whole;
    entered[option] = value;
    return '';
  });
  return { entered, left: left.replace(/ {2,}/g, ' ').trim() };
}

/** What was typed, in lines. */
export interface Typed {
  entered: Entered;
  /** Lines behind the answers that no mark says what they are. */
  strange: readonly string[];
}

/**
 * Reads a question that is typed in lines: what is asked, then `= right`, `- wrong` and `> why`, steps as `1. first`, and
 * code between fences. The first line may name a concept or options instead, or before what is asked; `isConcept`: is this
 * the name of one? In one line, each of them stands in quotes.
 */
export function parseLines(typed: string, isConcept: (words: string) => boolean): Typed {
  const whole = withoutMargins(typed);
  const [first = '', ...others] = whole.includes('\n') ? whole.split('\n') : splitLine(whole);
  const { entered, left } = takeOptions(first);
  const next = others.find((line) => line.trim() !== '')?.trim() ?? '';
  const isHead = left !== '' && entered.concept === undefined && !isMarked(next) && isConcept(left);
  const parts: Record<'question' | 'right' | 'wrong' | 'why', string[]> = {
    question: [],
    right: [],
    wrong: [],
    why: [],
  };
  const code: string[] = [];
  const strange: string[] = [];
  let fence: string | undefined;
  for (const line of isHead || left === '' ? others : [left, ...others]) {
    const inner = line.trim();
    if (fence !== undefined) {
      const isEnd = inner.startsWith(fence) && /^[`~]+$/.test(inner);
      if (isEnd) fence = undefined;
      else code.push(line);
      continue;
    }
    const [, opens] = FENCE.exec(inner) ?? [];
    if (opens !== undefined) {
      // One line of code may stand between its fences.
      const within =
        inner.length > 2 * opens.length && inner.endsWith(opens) ? inner.slice(opens.length, -opens.length) : undefined;
      if (within === undefined) fence = opens;
      else code.push(within);
      continue;
    }
    const marked = MARKS.find(([, mark]) => mark.test(inner));
    const hasAnswers = parts.right.length + parts.wrong.length + parts.why.length > 0;
    if (marked) parts[marked[0]].push(inner.replace(marked[1], ''));
    else if (STEP.test(inner)) parts.right.push(inner);
    else if (!hasAnswers) parts.question.push(inner);
    else if (inner !== '') strange.push(inner);
  }
  const said = Object.entries({ ...parts, code }).flatMap(([name, lines]): [string, string][] => {
    const text = lines.join('\n');
    return text.trim() === '' ? [] : [[name, text]];
  });
  return { entered: { ...entered, ...(isHead ? { concept: left } : {}), ...Object.fromEntries(said) }, strange };
}

/** A question as lines, which parseLines() reads again. */
export function writeLines({ question = '', code, right = '', wrong = '', why = '' }: Entered): string {
  const marked = (mark: string, text: string): string[] =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (mark === '=' && STEP.test(line) ? line : `${mark} ${line}`));
  const longest = Math.max(2, ...Array.from((code ?? '').matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [
    question,
    ...(code === undefined || code === '' ? [] : [fence, code, fence]),
    ...marked('=', right),
    ...marked('-', wrong),
    ...marked('>', why),
  ].join('\n');
}
