import type { Caller } from '../core/command/command.ts';
import type { Context } from '../course/context.ts';
import { keptQuestion } from './kept-question.ts';

/**
 * Keeps a question that found no answer, for the caller's class to see what many ask in vain; see Activity for whose class
 * that is. It takes no time. Nothing is kept of a paste, nor of people who keep out of reports.
 */
export function recordInVain(
  question: string,
  { id: person, channel, space }: Pick<Caller, 'id' | 'channel' | 'space'>,
  { records, now }: Pick<Context, 'records' | 'now'>,
): void {
  const kept = keptQuestion(question);
  if (kept === undefined) return;
  const at = now().epochMilliseconds;
  records.record({ kind: 'vain', person, ...(channel === undefined ? {} : { channel }), space, question: kept, at });
}
