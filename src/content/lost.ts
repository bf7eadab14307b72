import { basename } from 'node:path';
import type { TextFile } from './files.ts';
import { nameOf, slug } from './names.ts';

/** `id: pod` and `title: { ko: 파드, en: Pod }`, on a line of its own, behind a dash or within braces. */
const NAMED = /(?:^|[\s{,])(?:id|title|ko|en):[ \t]*["']?([^"'\n,{}]+)/gm;

/**
 * All that a file with a mistake may have been about to define: what it calls itself, and each `id` and title in it. They are
 * read from its text, since the mistake may be that no parser reads it.
 */
export const namesIn = ({ file, path, text }: TextFile): string[] =>
  Array.from(
    new Set([
      basename(file)
        .normalize('NFC')
        .replace(/\.\w+$/, ''),
      slug(nameOf(path)),
      ...Array.from(text.matchAll(NAMED), ([, name = '']) => name.trim()),
    ]),
  ).filter((name) => name !== '');

/**
 * Is what does not exist by this name only missing since a file, or a part of it, cannot be used? Then its author is told of
 * that mistake alone. `pod#2` and `pod-life#probes` are missing with the term or the chapter.
 */
export const isLost = (name: string, lost: ReadonlySet<string>): boolean =>
  lost.has(name) || lost.has(name.slice(0, Math.max(0, name.indexOf('#'))));
