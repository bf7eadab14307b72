import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content } from '../content/model.ts';
import { readLearned, type Weights } from '../search/learned/learned.ts';

/** Beside course.yaml; written by `npm run content:learn`. */
export const LEARNED_FILE = 'learned.bin';

/** What a course has learned from questions; `undefined` where it has not, or by another version. */
export function learnedBy({ settings }: Pick<Content, 'settings'>): Weights | undefined {
  const file = join(dirname(settings.file), LEARNED_FILE);
  return existsSync(file) ? readLearned(readFileSync(file)) : undefined;
}
