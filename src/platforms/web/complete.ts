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
export function completeLine(typed: string, commands: readonly Command[], { locale }: Caller): string[] {
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
  const offered = Object.values(options).flatMap((one) =>
    one.type === 'text' || one.type === 'word' ? (one.complete?.(given) ?? []) : [],
  );
  return Array.from(new Set(offered.map((title) => before + normalize(title[locale])))).slice(0, MOST);
}
