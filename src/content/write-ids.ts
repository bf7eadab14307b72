import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { messageOf } from '../core/errors.ts';
import { normalized, readFolders } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { loadContent } from './load.ts';
import type { Problem } from './model.ts';
import { parseFile } from './parse-file.ts';
import { text as words } from './text.ts';

/** What goes into a text, and where. */
interface Insertion {
  at: number;
  text: string;
}

/** YAML takes some ids for numbers: `012345`, `12e345`, `0x12ab`. */
const inYaml = (id: string): string => (/^\d[\da-fox]*$/.test(id) ? `"${id}"` : id);

/** An `id:` behind the `type:` of a question, which every question has: a line of its own, or in the same braces. */
function insertion(question: YAMLMap, id: string, text: string): Insertion | undefined {
  const pair = question.items.find(({ key }) => isScalar(key) && key.value === 'type');
  if (!pair || !isScalar(pair.key) || !isScalar(pair.value) || !pair.key.range || !pair.value.range) return undefined;
  const [, end] = pair.value.range;
  if (question.flow) return { at: end, text: `, id: ${inYaml(id)}` };
  const [start] = pair.key.range;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', end);
  if (newline < 0) return undefined;
  const ending = text[newline - 1] === '\r' ? '\r\n' : '\n';
  return { at: newline + 1, text: `${' '.repeat(before.length)}id: ${inYaml(id)}${ending}` };
}

/** A text in which each question without an id has the one that `ids` says; undefined where one has no room for it. */
function insertIds(text: string, ids: readonly string[]): { text: string; written: number } | undefined {
  const start = text.indexOf('\n') + 1;
  const end = text.slice(start).search(/^---[ \t]*\r?$/m);
  if (start === 0 || end < 0) return undefined;
  const yaml = text.slice(start, start + end);
  const questions = parseDocument(yaml, { logLevel: 'silent' }).get('questions');
  if (!isSeq(questions) || questions.items.length !== ids.length) return undefined;
  const found: Insertion[] = [];
  for (const [i, question] of questions.items.entries()) {
    if (!isMap(question)) return undefined;
    if (question.has('id')) continue;
    const one = insertion(question, ids[i] ?? '', yaml);
    if (!one) return undefined;
    found.push({ ...one, at: start + one.at });
  }
  const parts = found.map(({ at, text: added }, i) => text.slice(found[i - 1]?.at ?? 0, at) + added);
  return { text: [...parts, text.slice(found.at(-1)?.at ?? 0)].join(''), written: found.length };
}

/** What a file's text holds, apart from the ids of its questions. */
function without(text: string): unknown {
  const { data, body } = splitFrontMatter(text);
  const questions: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'questions') : undefined;
  const rest = Array.isArray(questions) ? questions.map((one: object) => ({ ...one, id: undefined })) : undefined;
  return [{ ...Object(data), questions: rest }, body];
}

const noRoom = (file: string): Problem => ({ file, line: 1, message: words.both(({ noRoomForIds }) => noRoomForIds) });

/** A file of another user, or on a disk that is read only: the others are written all the same. */
function cannotWrite(file: string, error: unknown): Problem {
  const why = messageOf(error);
  return { file, line: 1, message: words.both(({ unwritableFile }) => unwritableFile(why)) };
}

/** A file's text as readFolders() gives it. */
const asRead = (text: string): string => normalized(text.replace(/^\uFEFF/, ''));

/**
 * The text of a file, with an `id:` in each of its questions that has none: the hash by which it is known so far, so
 * that all that was recorded of it still counts. Not one other character changes. Undefined where that cannot be done.
 */
export function withIds(file: string, text: string): { text: string; written: number } | undefined {
  const idsIn = (one: string): string[] => {
    const { term, set, questions } = parseFile({ file, path: file, text: asRead(one) });
    return ((term ?? set)?.questions ?? questions?.all ?? []).map(({ id }) => id);
  };
  const ids = idsIn(text);
  if (ids.length === 0) return { text, written: 0 };
  const made = insertIds(text, ids);
  if (!made) return undefined;
  // Read again, it must be the same: YAML has more forms than these.
  const isSame =
    isDeepStrictEqual(idsIn(made.text), ids) && isDeepStrictEqual(without(asRead(made.text)), without(asRead(text)));
  return isSame ? made : undefined;
}

/** Writes the ids that are missing into the files of the folders; those with problems are named and left alone. */
export function writeIds(folders: readonly string[]): { written: number; files: number; problems: Problem[] } {
  const problems = [...loadContent(folders).problems];
  const wrong = new Set(problems.map(({ file }) => file));
  let written = 0;
  let files = 0;
  for (const { file } of readFolders(folders).files) {
    if (wrong.has(file)) continue;
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    const made = withIds(file, text);
    if (!made) problems.push(noRoom(file));
    else if (made.written > 0) {
      try {
        writeFileSync(file, made.text);
      } catch (error) {
        problems.push(cannotWrite(file, error));
        continue;
      }
      written += made.written;
      files += 1;
    }
  }
  return { written, files, problems };
}
