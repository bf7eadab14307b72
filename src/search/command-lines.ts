import { askingKind } from '../language/asking.ts';
import { asksToCompare, isFunctionWord, joinsNames } from '../language/function-words.ts';
import { hasHangul } from '../language/hangul.ts';
import { normalize, words } from '../language/normalize.ts';
import { singulars } from '../language/particles.ts';
import type { Document } from './document.ts';
import type { Names } from './names.ts';

/** A task by its place, one of whose commands a question types. */
export interface CommandHit {
  doc: number;
  task: number;
}

/** A word that so many tasks' commands begin with is a program. */
const PROGRAM = 3;
/** How many tasks are told. One word that more than `all` begin with, `kubectl get`, asks for none of them. */
const MOST = { told: 4, all: 20 } as const;
/** What is said of a command behind it. */
const BEHIND = /^(?:do|does|is|for|means?|works?|used?|commands?|please|and|or|vs)$/;

/** How far a command is from what is typed; `other`: for each other command of its task. */
const FAR = { later: 100, other: 25, longer: 20, unnamed: 10, unlikely: 6 } as const;

interface Command extends CommandHit {
  words: readonly string[];
  /** The task begins with it; how many commands it has. */
  first: boolean;
  among: number;
}

/**
 * Reads questions that type the beginning of a command, `kubectl describe pod 뭐하는 거야`: the tasks that it does, the
 * nearest first; none for any other question. `likely`: the documents that it may be about, best first.
 */
export function indexCommands(
  documents: readonly Document[],
  names: Names,
): (list: readonly string[], likely: readonly number[]) => readonly CommandHit[] {
  const commands = Map.groupBy(
    documents.flatMap((document, doc) =>
      document.commands.flatMap((lines, task) =>
        lines.map(
          (line, at): Command => ({ doc, task, words: words(normalize(line)), first: at === 0, among: lines.length }),
        ),
      ),
    ),
    ({ words: [program = ''] }) => program,
  );
  const programs = new Map(Array.from(commands).filter(([, { length }]) => length >= PROGRAM));

  const isSame = (one: string, other: string): boolean => {
    if (one === other || singulars(one).some((word) => singulars(other).includes(word))) return true;
    const [doc] = names.exact(one);
    return doc !== undefined && names.exact(other)[0] === doc;
  };

  return (list, likely) => {
    const from = list.findIndex((word) => programs.has(word));
    const behind = list.slice(from + 1);
    const length = behind.findIndex((word) => hasHangul(word) || BEHIND.test(word));
    const typed = length < 0 ? behind : behind.slice(0, length);
    const others = [...list.slice(0, from), ...behind.slice(typed.length)];
    // kubectl get pods 했는데 아무것도 안 나와요: more is said than what is typed.
    const asksMore = others.some((word) => !isFunctionWord(word) && askingKind(word) === undefined);
    if (from < 0 || typed.length === 0 || asksMore || list.some(joinsNames)) return [];
    if (asksToCompare(list.join(' '))) return [];
    const all = (programs.get(list[from] ?? '') ?? []).filter((one) =>
      typed.every((word, at) => isSame(word, one.words[at + 1] ?? '')),
    );
    const named = new Set(typed.flatMap((word) => names.exact(word)[0] ?? []));
    const far = ({ first, among, doc, words }: Command): number =>
      (first ? 0 : FAR.later) +
      (words.length === typed.length + 1 ? 0 : FAR.longer) +
      (named.has(doc) ? 0 : FAR.unnamed) +
      (likely.indexOf(doc) + 1 || FAR.unlikely) +
      FAR.other * (among - 1);
    const nearest = all.toSorted((a, b) => far(a) - far(b));
    const hits = nearest.filter(
      (one, at) => nearest.findIndex(({ doc, task }) => one.doc === doc && one.task === task) === at,
    );
    return typed.length === 1 && hits.length > MOST.all ? [] : hits.slice(0, MOST.told);
  };
}
