import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../content/load.ts';
import type { Content } from '../content/model.ts';
import { messageOf, StartError } from '../core/errors.ts';
import type { Draw } from '../core/reply/drawable.ts';
import { cardOf } from '../course/term-blocks.ts';
import { configuredFolders } from './content.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

const fail = (error: unknown): never => {
  throw new StartError(`The pictures cannot be written: ${messageOf(error)}`);
};

/**
 * Writes every concept's card, in the course's languages and both themes, as `<id>.<ko|en>.<light|dark>.png`; gives how many.
 * @throws StartError where the folder cannot be made or written to.
 */
export async function writeCards(
  { terms, settings }: Pick<Content, 'terms' | 'settings'>,
  folder: string,
  draw: Draw,
): Promise<number> {
  await mkdir(folder, { recursive: true }).catch(fail);
  let written = 0;
  for (const term of terms)
    for (const locale of settings.languages)
      for (const theme of ['light', 'dark'] as const) {
        const png = await draw(cardOf(term, text(locale).card, locale), theme);
        await writeFile(join(folder, `${term.id}.${locale}.${theme}.png`), png).catch(fail);
        written++;
      }
  return written;
}

/** Draws every concept's card into the folder that was typed, `pictures` where none was. */
export const run: Mode = async (program) => {
  const { config, paths, here, print } = program;
  const folder = paths[0] ?? join(here, 'pictures');
  const { drawCard } = await import('../pictures/card.ts');
  const count = await writeCards(loadContent(configuredFolders(program)), folder, drawCard);
  print(text(config.locale).cardsDrawn(count, folder));
};
