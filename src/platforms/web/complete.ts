import type { Caller, Command } from '../../core/command/command.ts';
import { findQuestionCommand, route } from '../../core/command/route.ts';
import { normalize } from '../../language/normalize.ts';
import { WEB } from './limits.ts';

/** Lines that are offered. */
const MOST = 8;

/**
 * Lines that may be meant by what is typed so far, whole: names of concepts by the search itself (initial consonants, the
 * other layout), and behind a slash what a command's options offer.
 */
export async function completeLine(
  typed: string,
  commands: readonly Command[],
  { id, locale }: Caller,
): Promise<string[]> {
  const line = normalize(typed).slice(0, WEB.completed);
  if (line === '') return [];
  const routed = route(line, commands);
  const isCommand = line.startsWith('/');
  const options = isCommand
    ? routed.command === undefined
      ? {}
      : (routed.action?.[1] ?? routed.command).options
    : (findQuestionCommand(commands)?.options ?? {});
  const given = isCommand && routed.command !== undefined ? String(routed.given) : line;
  if (given === '') return [];
  const before = isCommand ? line.slice(0, line.length - given.length) : '';
  const offered = await Promise.all(
    Object.values(options).map(async (one) => {
      if (one.type !== 'text' && one.type !== 'word') return [];
      // Behind a space another word begins, where words are taken as they were typed.
      const isNext = one.type === 'text' && one.asTyped && /\s$/.test(typed);
      return (await one.complete?.(isNext ? `${given} ` : given, id)) ?? [];
    }),
  );
  return Array.from(new Set(offered.flat().map((title) => before + normalize(title[locale])))).slice(0, MOST);
}
