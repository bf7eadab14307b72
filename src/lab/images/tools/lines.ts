import type { Proc, Work } from '../process/process.ts';
import { LONGEST } from '../process/waits.ts';
import { inputs } from './disk.ts';

/** Lines of a text, without their ends. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** All that words name, as one text. */
export function* wholeInput(proc: Proc, name: string, words: readonly string[]): Work<{ text: string; code: number }> {
  let all = '';
  const code = yield* inputs(proc, name, words, function* (text) {
    yield;
    if (all.length < LONGEST) all += text;
  });
  return { text: all, code };
}
