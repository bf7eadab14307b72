import { resolvePath } from '../process/paths.ts';
import type { Program } from '../process/process.ts';
import { LONGEST } from '../process/waits.ts';
import { linesOf, wholeInput } from './lines.ts';
import { readOptions } from './options.ts';
import type { Match } from './regex.ts';
import type { Address, Command } from './sed-parse.ts';
import { parse, SedError } from './sed-parse.ts';

function replaced(
  line: string,
  { regex, text, isGlobal, nth }: Command,
  owe: (steps: number) => void,
): string | undefined {
  if (!regex) return undefined;
  const out: string[] = [];
  let from = 0;
  let count = 0;
  let isChanged = false;
  while (from <= line.length && count < 10_000) {
    owe(regex.cost(line.length - from));
    const match = regex.find(line, from);
    const [start, end] = match?.[0] ?? [-1, -1];
    if (!match || start < 0) break;
    count++;
    out.push(line.slice(from, start));
    const isHit = isGlobal || count === nth;
    out.push(isHit ? fill(text, match, line) : line.slice(start, end));
    isChanged ||= isHit;
    if (end === start) out.push(line[end] ?? '');
    from = end === start ? end + 1 : end;
    if (isHit && !isGlobal) break;
  }
  out.push(line.slice(from));
  return isChanged ? out.join('') : undefined;
}

const fill = (text: string, match: Match, line: string): string =>
  text.replace(/\\([\s\S])|&/g, (sign, escaped) => {
    if (sign === '&') return line.slice(...(match[0] ?? [0, 0]));
    if (/\d/.test(escaped)) {
      const [from, to] = match[Number(escaped)] ?? [-1, -1];
      return from < 0 ? '' : line.slice(from, to);
    }
    return escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped;
  });

function isMeant(command: Command, line: string, number: number, isLast: boolean): boolean {
  const is = (address: Address): boolean =>
    address.line !== undefined
      ? number === address.line
      : address.isLast
        ? isLast
        : address.regex?.find(line) !== undefined;
  const { from, to } = command;
  let isHit = true;
  if (from && to) {
    if (command.isActive) {
      isHit = true;
      if (is(to) || (to.line !== undefined && number >= to.line)) command.isActive = false;
    } else {
      isHit = is(from);
      command.isActive = isHit && !(to.line !== undefined && to.line <= number);
    }
  } else if (from) isHit = is(from);
  return isHit !== command.isNegated;
}

/** `sed` (POSIX): s, d, p, q, a, i, c and = with addresses. */
export const sed: Program = function* (proc, argv) {
  const { options, words, wrong } = readOptions(argv, 'nEre:i', ['expression:', 'quiet', 'in-place']);
  const scripts = [...(options.get('e') ?? []), ...(options.get('expression') ?? [])];
  const files = scripts.length > 0 ? words : words.slice(1);
  if (scripts.length === 0 && words[0] !== undefined) scripts.push(words[0]);
  if (scripts.length === 0 || wrong !== undefined) {
    proc.err('Usage: sed [-i[SFX]] [-nrE] [-f FILE]... [-e CMD]... [FILE]...\n');
    return 1;
  }
  let commands: Command[];
  try {
    commands = parse(scripts.join('\n'), options.has('E') || options.has('r'));
  } catch (error) {
    if (!(error instanceof SedError)) throw error;
    proc.err(`sed: ${error.message}\n`);
    return 1;
  }
  const isInPlace = options.has('i') || options.has('in-place');
  let code = 0;
  for (const file of files.length > 0 ? files : ['-']) {
    const { text, code: failed } = yield* wholeInput(proc, 'sed', [file]);
    code ||= failed;
    if (failed !== 0) continue;
    const out: string[] = [];
    const lines = linesOf(text);
    for (const [nth, first] of lines.entries()) {
      let line: string | undefined = first;
      let isOver = false;
      for (const command of commands) {
        if (line === undefined) break;
        if (!isMeant(command, line, nth + 1, nth === lines.length - 1)) continue;
        if (command.letter === 's') {
          const changed = replaced(line, command, proc.owe);
          if (changed === undefined) continue;
          line = changed;
          if (command.isPrinted) out.push(`${line}\n`);
        } else if (command.letter === 'd') line = undefined;
        else if (command.letter === 'p') out.push(`${line}\n`);
        else if (command.letter === 'i') out.push(`${command.text}\n`);
        else if (command.letter === 'a') line = `${line}\n${command.text}`;
        else if (command.letter === 'c') line = command.text;
        else if (command.letter === '=') out.push(`${nth + 1}\n`);
        else if (command.letter === 'q') {
          isOver = true;
          break;
        }
      }
      if (line !== undefined && !options.has('n') && !options.has('quiet')) out.push(`${line}\n`);
      if (isOver) break;
      if (nth % 16 === 15) yield;
    }
    const result = out.join('').slice(0, LONGEST);
    if (!isInPlace) proc.out(text.endsWith('\n') || text === '' ? result : result.replace(/\n$/, ''));
    else {
      const path = resolvePath(proc.folder, file);
      if (proc.box.keep(path, result.length) && proc.box.machine.files.write(path, result)) continue;
      proc.err(`sed: can't create temp file '${file}XXXXXX': Read-only file system\n`);
      code = 1;
    }
  }
  return code;
};
