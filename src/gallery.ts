import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Term } from './content/model.ts';
import { cardOf } from './content/show.ts';
import type { Draw } from './core/reply.ts';

const FOOT = { ko: '개념 카드', en: 'Concept card' } as const;

/** Writes every concept's card, in both languages and both themes, as `<id>.<ko|en>.<light|dark>.png`; tells how many. */
export async function writeCards(terms: readonly Term[], folder: string, draw: Draw): Promise<number> {
  await mkdir(folder, { recursive: true });
  let written = 0;
  for (const term of terms)
    for (const locale of ['ko', 'en'] as const)
      for (const theme of ['light', 'dark'] as const) {
        const png = await draw(cardOf(term, FOOT[locale], locale), theme);
        await writeFile(join(folder, `${term.id}.${locale}.${theme}.png`), png);
        written++;
      }
  return written;
}
