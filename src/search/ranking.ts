import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordLines } from '../language/word-lines.ts';
import type { Contender } from './contenders.ts';
import type { Document } from './document.ts';

/** What was found before contenders are set beside one another. */
export interface Before {
  /** The documents that were found, best first. */
  docs: readonly number[];
  /** Sure enough to answer with the first, which is so by the sign of a message. */
  answered: boolean;
  bySign: boolean;
  /** A way to do something is asked for. */
  how: boolean;
}

/** From here on a task is more than a likeness. */
const NEAR = 0.5;

/** What ranking.txt weighs, by its names there. */
export function weighable(one: Contender, before: Before, isSection: boolean): Record<string, number> {
  const place = before.docs.indexOf(one.doc);
  const first = place === 0 ? 1 : 0;
  const { doc: _, named, defines, ...known } = one;
  return {
    ...known,
    defines,
    'near-task': Math.max(0, one.task - NEAR),
    'named-task': named * one.task,
    section: isSection ? 1 : 0,
    first,
    second: place === 1 ? 1 : 0,
    third: place > 1 ? 1 : 0,
    'first-answered': before.answered ? first : 0,
    'first-sign': before.bySign ? first : 0,
    'first-how': before.how ? first : 0,
  };
}

/** What each is worth, by its name. */
const WORTH: ReadonlyMap<string, number> = new Map(
  wordLines(readFileSync(join(import.meta.dirname, 'ranking.txt'), 'utf8')).map(([name = '', worth]) => [
    name,
    Number(worth),
  ]),
);

const worthOf = (what: Readonly<Record<string, number>>): number =>
  Object.entries(what).reduce((sum, [name, value]) => sum + value * (WORTH.get(name) ?? 0), 0);

/** What is worth less than the first by no more than this may as well have been meant. */
const CLOSE = 1;

/** The document for which most speaks, and those for which nearly as much does. */
export function rank(contenders: readonly Contender[], before: Before, documents: readonly Document[]): number[] {
  const all = contenders
    .map((one) => ({ doc: one.doc, worth: worthOf(weighable(one, before, documents[one.doc]?.kind === 'section')) }))
    .sort((a, b) => b.worth - a.worth);
  return all.filter(({ worth }) => worth >= (all[0]?.worth ?? 0) - CLOSE).map(({ doc }) => doc);
}
