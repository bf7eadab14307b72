import { join } from 'node:path';
import { loadContent } from '../../src/content/load.ts';
import type { Content, Question } from '../../src/content/model.ts';
import type { Built } from '../../src/interchange/build.ts';
import { importFile } from '../../src/interchange/import.ts';
import { UnreadableError } from '../../src/interchange/taken.ts';
import { folderOf } from './world.ts';

export interface Imported {
  built: Built;
  content: Content;
  /** What was not taken, as `line: why`. */
  lost: string[];
  questions: Question[];
}

/** What a file of another program becomes in a new folder, which has to load without a problem. */
export async function imported(name: string, data: string | Uint8Array): Promise<Imported> {
  const folder = folderOf({ [`in/${name}`]: data });
  const built = await importFile(join(folder, 'in', name), join(folder, 'out'));
  const content = built.files.length === 0 ? loadContent([]) : loadContent([join(folder, 'out')]);
  if (content.problems.length > 0 && built.files.length > 0)
    throw new Error(content.problems.map(({ file, line, message }) => `${file}:${line}: ${message.ko}`).join('\n'));
  return {
    built,
    content,
    lost: built.lost.map(({ line, message }) => `${line}: ${message.en}`),
    questions: content.terms.flatMap((term) => term.questions),
  };
}

/** Why nothing of a file can be read. */
export async function unreadable(name: string, data: string | Uint8Array): Promise<string> {
  try {
    await imported(name, data);
  } catch (error) {
    if (error instanceof UnreadableError) return error.text.en;
    throw error;
  }
  throw new Error(`${name} was read`);
}

/** A question as its author wrote it, without what every question has. */
export function bare({ id: _id, term: _term, why, ask, ...rest }: Question): object {
  const { practical, ...fields } = rest;
  return { ask: ask.en, why: why.en, ...fields, ...(practical ? { practical } : {}) };
}
