import type { Block } from '../core/reply/blocks.ts';
import { menusInWords, readPicks } from '../core/reply/menus.ts';
import type { Form } from './fields.ts';

/** What a question is answered by: `line` takes the answer; `picked`: what was picked of it so far, a letter each. */
export const formBlock = (shown: Form, line: string, picked: readonly string[] = []): Block =>
  shown.type === 'input' ? { ...shown, line } : { ...shown, line, picked };

/** What an answer has picked so far where it is not a whole one yet: platforms may send one press at a time. */
export function pickedSoFar(shown: Form, answer: string): readonly string[] | undefined {
  switch (shown.type) {
    case 'choice':
      return answer.length < shown.min ? Array.from(answer) : undefined;
    case 'menus':
      return readPicks(answer, shown.menus.length);
    case 'input':
      return undefined;
    default:
      return shown satisfies never;
  }
}

/** Is it whole, and of values that the question offers, each once where they are options of one choice? */
export function isOffered(shown: Form, answer: string): boolean {
  switch (shown.type) {
    case 'choice': {
      const offered = shown.options.map(({ value }) => value);
      const letters = Array.from(answer);
      const isCount = letters.length > 0 && letters.length <= shown.max && new Set(letters).size === letters.length;
      return isCount && letters.every((letter) => offered.includes(letter));
    }
    case 'menus':
      return (
        answer.length === shown.menus.length &&
        shown.menus.every(({ options }, i) => options.some(({ value }) => value === answer[i]))
      );
    case 'input':
      return true;
    default:
      return shown satisfies never;
  }
}

/** Does it ask for several things at once, each of which is right or wrong by itself? */
export const isInParts = (shown: Form): boolean =>
  shown.type === 'menus' || (shown.type === 'input' && shown.boxes !== undefined);

/** What a question that takes no answers has offered, in lines of plain text; `markOf`: how options are called. */
export function offeredInWords(shown: Form, markOf: (at: number) => string): string[] {
  switch (shown.type) {
    case 'choice':
      return shown.options.map(({ label }, i) => `${markOf(i)}. ${label}`);
    case 'menus':
      return menusInWords(shown);
    case 'input':
      return [];
    default:
      return shown satisfies never;
  }
}
