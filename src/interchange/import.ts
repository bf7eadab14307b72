import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { loadContent } from '../content/load.ts';
import { type Built, build } from './build.ts';
import { claimsOf, UNCLAIMED } from './claims.ts';
import { cleanLine } from './markup.ts';
import { readSource } from './source.ts';

/** Within the folder: a folder named so holds terms, whatever the one around it is called. */
const GLOSSARY = 'glossary';

/** `history.gift` -> `history`; what CONTENT_DIR would take for two folders is left out. */
export function folderFor(file: string): string {
  const name = basename(file, extname(file)).replace(/[,:;\n]+/g, '-');
  return name === basename(file) ? `${name}-course` : name;
}

/** `01-tea.md` -> `tea` */
const idIn = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/^\d{1,9}-/, '')
    .replace(/\.md$/, '');

/**
 * Reads a file from another program and writes it into a folder as terms with their questions. What the folder has
 * already stays as it is, and what would be there twice is not written again.
 * @throws UnreadableError where nothing can be read; an error of the system where nothing can be written.
 */
export async function importFile(file: string, folder: string): Promise<Built> {
  const taken = await readSource(file);
  const glossary = join(folder, GLOSSARY);
  const ids = new Set(existsSync(glossary) ? readdirSync(glossary).map(idIn) : []);
  const content = existsSync(folder) ? loadContent([folder]) : UNCLAIMED;
  const built = build(taken, {
    name: cleanLine(basename(file, extname(file)).normalize('NFC')) || GLOSSARY,
    claims: claimsOf(content),
    isFree: (id) => !ids.has(id),
  });
  if (built.files.length > 0) await mkdir(glossary, { recursive: true });
  // Never over a file that is there: one that came in the meantime is an error.
  for (const { name, text } of built.files) await writeFile(join(glossary, name), text, { flag: 'wx' });
  return built;
}
