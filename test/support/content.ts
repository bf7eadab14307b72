import { relative } from 'node:path';
import { loadContent } from '../../src/content/load.ts';
import type { Content } from '../../src/content/model.ts';
import { folderOf } from './world.ts';

/** A term in our own format; `more` is front matter from line 5 on. */
export const termFile = (id: string, more = '', body = '설명이에요.'): string =>
  `---\nid: ${id}\ntitle: { ko: 개념 ${id}, en: Concept ${id} }\ndefinition: { ko: 뜻이에요., en: The meaning. }\n${more}---\n\n${body}\n`;

export const load = (files: Readonly<Record<string, string | Uint8Array>>): Content => loadContent([folderOf(files)]);

export interface Told {
  /** `file:line`, the file within the folder. */
  at: string;
  ko: string;
  en: string;
}

/** What the authors of these files are told. */
export function told(files: Readonly<Record<string, string | Uint8Array>>): Told[] {
  const folder = folderOf(files);
  return loadContent([folder]).problems.map(({ file, line, message }) => ({
    at: `${relative(folder, file)}:${line}`,
    ...message,
  }));
}

/** The English half of what authors are told, with its place. */
export const complaints = (files: Readonly<Record<string, string | Uint8Array>>): string[] =>
  told(files).map(({ at, en }) => `${at} ${en}`);

/** Every term and chapter in its final form, found by id. */
export function termOf(content: Content, id: string) {
  const term = content.terms.find((one) => one.id === id);
  if (term === undefined) throw new Error(`no term ${id} among ${content.terms.map((one) => one.id).join(', ')}`);
  return term;
}

export const sectionsOf = (content: Content) => content.chapters.flatMap((chapter) => chapter.sections);
