import { fieldNames } from '../../schema/misspelt.ts';
import type { Line } from '../lines.ts';
import { text } from '../text.ts';
import type { Sheet } from './sheet.ts';

/** The code line before or after, comments and empty lines passed over. */
function neighbour(lines: readonly Line[], at: number, step: 1 | -1): Line | undefined {
  for (let next = at + step; next >= 0 && next < lines.length && Math.abs(next - at) < 20; next += step) {
    const line = lines[next];
    if (line?.role === 'code') return line;
  }
  return undefined;
}

/** `-name: web` and, where a list has to begin, `-sleep`. */
export function afterDash({ lines, write, slip }: Sheet): void {
  let inList = -1;
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'code') continue;
    const { text: whole, start, key, dashes } = line;
    // Behind another dash it is a text that begins with one: - -flag.
    if (dashes.length > 0) {
      inList = -1;
      continue;
    }
    const isKey = key !== undefined && /^-["'A-Za-z]/.test(key);
    const before = neighbour(lines, at, -1);
    const opens = before?.key !== undefined && before.value === '' && start >= before.start;
    const isItem = key === undefined && /^-[A-Za-z"'/]/.test(whole.slice(start)) && (opens || inList === start);
    if (!isKey && !isItem) {
      if (inList >= 0 && start <= inList) inList = -1;
      continue;
    }
    inList = start;
    write(at, `${whole.slice(0, start)}- ${whole.slice(start + 1)}`);
    slip(
      at,
      'missing-space',
      text.both((t) => t.spaceAfterDash),
    );
  }
}

/** `image:nginx:1.27`, where a key has to be. */
export function afterColon({ lines, isBroken, write, slip }: Sheet): void {
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'code') continue;
    const { text: whole, start, dashes, indent } = line;
    const [, name = ''] = /^(["']?[A-Za-z][\w./-]*["']?):(?!\/\/)[^\s:]/.exec(whole.slice(start)) ?? [];
    if (name === '') continue;
    // With a key further on in the line, the first colon is part of that key: "registry:5000/app: x".
    if (line.key !== undefined && !isBroken) continue;
    const before = neighbour(lines, at, -1);
    const after = neighbour(lines, at, 1);
    const isField = fieldNames().has(name.replace(/^["']|["']$/g, ''));
    const beside = [before, after].some(
      (one) => one?.key !== undefined && one.start === start && (one !== after || one.dashes.length === 0),
    );
    const isContinued = before?.value !== '' && before?.key !== undefined && start > before.start && !isBroken;
    if (
      isContinued ||
      !(beside || (dashes.length === 0 && isField && before?.key !== undefined && indent > 0 && isPlausible(before)))
    )
      continue;
    const colon = start + name.length;
    write(at, `${whole.slice(0, colon)}: ${whole.slice(colon + 1)}`);
    slip(
      at,
      'missing-space',
      text.both((t) => t.spaceAfterColon(name)),
    );
  }
}

/** A key under which other keys stand, and not a text that begins on its next line. */
const isPlausible = (line: Line): boolean => line.value !== '' || !/^(?:image|value|url|path)$/.test(line.key ?? '');

/** `replicas 3`, `metadata` with keys below it. */
export function colon({ lines, isBroken, write, slip }: Sheet): void {
  if (!isBroken) return;
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'code' || line.key !== undefined) continue;
    const { text: whole, start } = line;
    const name = /^[A-Za-z][\w./-]*/.exec(whole.slice(start))?.[0] ?? '';
    const behind = whole.slice(start + name.length);
    const rest = behind.replace(/^[\s;]+/, '');
    const isPair = rest !== '' && rest !== behind && (/^["']/.test(rest) || !/\s/.test(rest.trim()));
    const after = neighbour(lines, at, 1);
    const opens =
      rest === '' && after !== undefined && (after.start > start || (after.dashes.length > 0 && after.indent >= start));
    if (name === '' || !(opens || isPair)) continue;
    // A word that is no field may be a label, where its neighbours are.
    const isBeside = [neighbour(lines, at, -1), after].some((one) => one?.key !== undefined && one.start === start);
    if (!isBeside && !fieldNames().has(name)) continue;
    write(at, `${whole.slice(0, start)}${name}:${rest === '' ? '' : ` ${rest}`}`);
    slip(
      at,
      'missing-colon',
      text.both((t) => t.missingColon(name)),
    );
  }
}
