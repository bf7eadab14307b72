import { distance, slips } from '../text/distance.ts';
import { compact, words } from '../text/fold.ts';
import { initials, jamo } from '../text/hangul.ts';
import type { Document } from './document.ts';

/** How a name belongs to its document; smaller is closer. */
const TITLE = 0;
const NAME = 1;
const MISSPELLING = 2;

interface Owner {
  doc: number;
  rank: number;
}

interface Name {
  keys: string;
  owner: Owner;
}

/** A document whose name resembles what was typed; `score` 0..1. */
interface Resemblance {
  doc: number;
  score: number;
}

export interface Names {
  /** Documents whose name is exactly this compact text, closest first. */
  exact(key: string): readonly number[];
  /** Documents one of whose names has these words or their names in the other language: `Ingress 컨트롤러`. */
  mixed(list: readonly string[]): readonly number[];
  /** Documents one of whose names has these initial consonants, closest first. */
  byInitials(consonants: string): readonly number[];
  /** Documents one of whose names begins so, shortest remainder first; `score` is the share already typed. */
  beginning(key: string, most: number): Resemblance[];
  /** Documents one of whose names has these initial consonants at its beginning, as beginning(). */
  beginningInitials(consonants: string, most: number): Resemblance[];
  /** Documents one of whose names is within a few slips of the finger, best first. */
  resembling(key: string, most: number): Resemblance[];
  /** Words of the longest name. */
  longest: number;
}

const GRAM = 2;
/** How many of the names that share most letter pairs are measured exactly. */
const MEASURED = 24;

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function grams(keys: string): string[] {
  const found: string[] = [];
  const padded = `^${keys}`;
  for (let i = 0; i + GRAM <= padded.length; i++) found.push(padded.slice(i, i + GRAM));
  return found;
}

function best(found: Iterable<Resemblance>, most: number): Resemblance[] {
  const byDoc = new Map<number, Resemblance>();
  for (const one of found) {
    const other = byDoc.get(one.doc);
    if (other === undefined || one.score > other.score) byDoc.set(one.doc, one);
  }
  return Array.from(byDoc.values())
    .sort((a, b) => b.score - a.score || a.doc - b.doc)
    .slice(0, most);
}

/** Finds names by how they begin, the shortest remainder first. */
function indexBeginnings(names: readonly Name[]): (prefix: string, most: number) => Resemblance[] {
  const sorted = names.toSorted((a, b) => (a.keys < b.keys ? -1 : 1));
  return (prefix, most) => {
    if (prefix === '') return [];
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.keys ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const found: Resemblance[] = [];
    for (let i = low; i < sorted.length; i++) {
      const name = sorted[i];
      if (name === undefined || !name.keys.startsWith(prefix)) break;
      found.push({ doc: name.owner.doc, score: prefix.length / name.keys.length });
    }
    return best(found, most);
  };
}

export function indexNames(documents: readonly Document[]): Names {
  const owners = new Map<string, Owner[]>();
  const choseong = new Map<string, Owner[]>();
  const names: Name[] = [];
  const several: { text: string; owner: Owner }[] = [];
  const byGram = new Map<string, number[]>();
  let longest = 1;

  const take = (text: string, doc: number, rank: number): void => {
    const key = compact(text);
    if (key === '' || owners.get(key)?.some((owner) => owner.doc === doc)) return;
    const owner = { doc, rank };
    add(owners, key, owner);
    longest = Math.max(longest, text.split(/[^\p{L}\p{N}]+/u).length);
    const consonants = initials(key);
    if (consonants !== undefined && consonants.length > 1 && rank < MISSPELLING) add(choseong, consonants, owner);
    if (/[^\p{L}\p{N}]/u.test(text.trim())) several.push({ text, owner });
    const keys = jamo(key);
    // A slip of a misspelling is too far from any name: hello is no Helm by way of hellm.
    if (rank < MISSPELLING) for (const gram of new Set(grams(keys))) add(byGram, gram, names.length);
    names.push({ keys, owner });
  };
  documents.forEach((document, doc) => {
    take(document.title.ko, doc, TITLE);
    take(document.title.en, doc, TITLE);
  });
  documents.forEach((document, doc) => {
    for (const name of document.names) take(name, doc, NAME);
    for (const name of document.misspellings) take(name, doc, MISSPELLING);
  });
  const begun = indexBeginnings(names);
  const begunInitials = indexBeginnings(
    Array.from(choseong, ([keys, list]) => list.map((owner) => ({ keys, owner }))).flat(),
  );
  for (const map of [owners, choseong])
    for (const list of map.values()) list.sort((a, b) => a.rank - b.rank || a.doc - b.doc);

  // A name of several words by what each word names: 인그레스 컨트롤러 and Ingress controller are one.
  const meaningOf = (word: string): string => {
    const [only, other] = owners.get(word) ?? [];
    return only !== undefined && (other === undefined || other.rank > only.rank) ? `#${only.doc}` : word;
  };
  const mixedKey = (list: readonly string[]): string => list.map((word) => meaningOf(compact(word))).join(' ');
  const byMeaning = new Map<string, Owner[]>();
  for (const { text, owner } of several) add(byMeaning, mixedKey(words(text)), owner);

  const docsOf = (list: readonly Owner[] | undefined): number[] => Array.from(new Set(list?.map((owner) => owner.doc)));

  return {
    longest,
    exact: (key) => docsOf(owners.get(key)),
    mixed: (list) => docsOf(byMeaning.get(mixedKey(list))),
    byInitials: (consonants) => docsOf(choseong.get(consonants)),

    beginning: (key, most) => begun(jamo(key), most),
    beginningInitials: (consonants, most) => begunInitials(consonants, most),

    resembling(key, most) {
      const keys = jamo(key);
      const limit = slips(keys.length);
      if (limit === 0) return [];
      const shared = new Map<number, number>();
      for (const gram of new Set(grams(keys))) {
        for (const name of byGram.get(gram) ?? []) {
          if (Math.abs((names[name]?.keys.length ?? 0) - keys.length) <= limit)
            shared.set(name, (shared.get(name) ?? 0) + 1);
        }
      }
      const closest = Array.from(shared)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, MEASURED);
      const found: Resemblance[] = [];
      for (const [i] of closest) {
        const name = names[i];
        if (name === undefined) continue;
        const off = distance(keys, name.keys, limit);
        if (off <= limit) found.push({ doc: name.owner.doc, score: 1 - off / Math.max(keys.length, name.keys.length) });
      }
      return best(found, most);
    },
  };
}
