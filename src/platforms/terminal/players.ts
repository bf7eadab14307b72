import type { Caller } from '../../core/command/command.ts';

/** `민수> 2`, `--as 민수 2`: a line that another student at the same terminal says. */
const SAID = /^(?:--as\s+(\S{1,20})\s|([^\s>/:]{1,20})>\s+)(.*)$/s;

/** Who says a line, and what: the person at the terminal, or a student whose name stands in front of it. */
export function readSpeaker(typed: string, caller: Caller): { caller: Caller; text: string } {
  const [, as, before, text = ''] = SAID.exec(typed.trim()) ?? [];
  const name = as ?? before;
  if (name === undefined) return { caller, text: typed };
  const id = `${caller.id}:${name}`;
  return { caller: { ...caller, id, name, manages: false, known: [id] }, text };
}
