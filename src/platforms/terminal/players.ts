import type { Caller } from '../../core/command/command.ts';

/** `민수> 2`, `--as 민수 2`: a line that another student at the same terminal says. */
const SAID = /^(?:--as\s+(\S{1,20})\s|([^\s>/:]{1,20})>\s+)(.*)$/s;

/** A student of that name at the terminal of a person. */
export function studentOf(name: string, caller: Caller): Caller {
  const id = `${caller.id}:${name}`;
  return { ...caller, id, name, manages: false, known: [id] };
}

/** What stands before the lines of a student. */
export const beforeOf = (name: string): string => `${name}> `;

/**
 * Who says a line, and what: the person at the terminal, or a student whose name stands in front of it. `before`: what is
 * to be typed before a line for it to be this student's; left out for the person at the terminal.
 */
export function readSpeaker(typed: string, caller: Caller): { caller: Caller; text: string; before?: string } {
  const [, as, before, text = ''] = SAID.exec(typed.trim()) ?? [];
  const name = as ?? before;
  if (name === undefined) return { caller, text: typed };
  return {
    caller: studentOf(name, caller),
    text,
    before: before === undefined ? `--as ${name} ` : beforeOf(name),
  };
}
