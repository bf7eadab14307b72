import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { hasSyllables } from '../language/hangul.ts';
import { normalize } from '../language/normalize.ts';

/** Ids are said in buttons' lines, two to a section's, so they are kept short. */
const LONGEST_ID = 40;

/** The id of a term or of a set. */
export const idSchema = z
  .string()
  .regex(/^(?=.*\p{L})[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u)
  .max(LONGEST_ID);

/** `자동 배포 & 롤백` -> `자동-배포-롤백`; what is left of a heading's letters and digits, at most 40. */
export const slug = (text: string): string =>
  Array.from(
    normalize(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-'),
  )
    .slice(0, LONGEST_ID)
    .join('')
    .replace(/^-+|-+$/g, '');

/** `w1/README.md` -> `w1`, `2/notes.en.md` -> `2-notes`: a chapter's id where it names none; unlike in any folder. */
export const nameOf = (path: string): string =>
  path
    .replace(/(?:\.(?:ko|en))?\.\w+$/i, '')
    .split('/')
    .filter((part, i, parts) => parts.length === 1 || i < parts.length - 1 || !/^(?:_?index|readme)$/i.test(part))
    .join('-');

/** `CLA (Contributor License Agreement)` -> both names of one thing; none for a name without parentheses. */
export function namesIn(title: string): string[] {
  const text = title.trim().replaceAll('（', '(').replaceAll('）', ')');
  const open = text.indexOf('(');
  const inner = text.slice(open + 1, -1);
  if (open < 1 || !text.endsWith(')') || inner.trim() === '' || inner.includes(')')) return [];
  return [text.slice(0, open).trim(), inner.trim()];
}

/** `파드(Pod)` -> both languages; a name in one language stands for both. */
export function splitName(name: string): Localized {
  const [outer, inner] = namesIn(name);
  if (outer === undefined || inner === undefined) return { ko: name, en: name };
  if (hasSyllables(outer) && !hasSyllables(inner)) return { ko: outer, en: inner };
  if (hasSyllables(inner) && !hasSyllables(outer)) return { ko: inner, en: outer };
  return { ko: name, en: name };
}
