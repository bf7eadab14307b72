import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../content/load.ts';
import type { Term } from '../content/model.ts';
import { StartError } from '../core/errors.ts';
import type { Draw } from '../core/reply/drawable.ts';
import { cardOf } from '../course/term-blocks.ts';
import { type Mode, needFolders } from './program.ts';

const FOOT = { ko: '개념 카드', en: 'Concept card' } as const;

const unwritten = (error: unknown): never => {
  throw new StartError(`The pictures cannot be written: ${error instanceof Error ? error.message : String(error)}`);
};

/**
 * Writes every concept's card, in both languages and both themes, as `<id>.<ko|en>.<light|dark>.png`; tells how many.
 * @throws StartError where the folder cannot be made or written to.
 */
export async function writeCards(terms: readonly Term[], folder: string, draw: Draw): Promise<number> {
  await mkdir(folder, { recursive: true }).catch(unwritten);
  let written = 0;
  for (const term of terms)
    for (const locale of ['ko', 'en'] as const)
      for (const theme of ['light', 'dark'] as const) {
        const png = await draw(cardOf(term, FOOT[locale], locale), theme);
        await writeFile(join(folder, `${term.id}.${locale}.${theme}.png`), png).catch(unwritten);
        written++;
      }
  return written;
}

/** Draws every concept's card into the folder that was typed, `pictures` where none was. */
export const run: Mode = async ({ config, paths, here, print }) => {
  const folder = paths[0] ?? join(here, 'pictures');
  const { drawCard } = await import('../pictures/card.ts');
  const count = await writeCards(loadContent(needFolders(config.content, 'CONTENT_DIR: ')).terms, folder, drawCard);
  print(config.locale === 'ko' ? `${folder}에 카드 그림 ${count}장을 그렸어요.` : `${count} cards are in ${folder}.`);
};
