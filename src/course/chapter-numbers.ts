import { basename } from 'node:path';
import type { Chapter, Content } from '../content/model.ts';
import type { Localized } from '../core/locale.ts';
import { memoizePer } from '../language/memoize.ts';
import { text } from './text.ts';

/** `03-storage.md`; the names of posts begin with their day, `2026-03-02-storage.md`. */
const NAMED = /^(?!\d{4}-\d{2}-\d{2})\d{1,3}(?!\d)/;
/** `(1장)`, `제1장.`, `Chapter 1:` before a title. */
const NUMBERED = /^\(?(?:제 ?)?(?:chapter )?(\d{1,3}) ?(?:장|(?<=chapter \d{1,3} ?))\)?[.:)]? */i;

/** The number of a chapter, from 1: that of its file's name (`03-services.md`), or else its place. */
const chapterNumber = ({ file, title }: Pick<Chapter, 'file' | 'title'>, at: number): number =>
  Number(NAMED.exec(basename(file))?.[0] ?? NUMBERED.exec(title.ko)?.[1] ?? at + 1);

/** A chapter's title without its number, which stands before it. */
const withoutChapterNumber = (title: string): string => title.replace(NUMBERED, '').trim() || title;

/** A course's chapters with their numbers. */
export const numberedChapters = memoizePer(({ chapters }: Content) =>
  chapters.map((chapter, at): NumberedChapter => ({ chapter, number: chapterNumber(chapter, at) })),
);

export interface NumberedChapter {
  chapter: Chapter;
  number: number;
}

/** `1장 왜 쿠버네티스일까요?` */
export const chapterTitle = ({ chapter, number }: NumberedChapter): Localized =>
  text.both((words, locale) => words.chapterTitle(number, withoutChapterNumber(chapter.title[locale])));
