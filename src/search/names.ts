import type { Steps } from '../core/steps.ts';
import { initials, jamo } from '../language/hangul.ts';
import { compact, words } from '../language/normalize.ts';
import type { Document } from './document.ts';
import { indexFuzzyNames } from './fuzzy-names.ts';
import { indexBeginnings, indexContinuations, type Keyed, type Resemblance } from './resemblance.ts';

/** How a name belongs to its document; smaller is closer. */
const TITLE = 0;
const NAME = 1;
const MISSPELLING = 2;

interface Owner {
  doc: number;
  rank: number;
}

/** Words that a name of more words begins with. */
export interface Begun {
  /** Documents one of whose names is these words and this one, or has their names in the other language: `Ingress 컨트롤러`. */
  endingIn(word: string): readonly number[];
  /** These words and one more; undefined where no name goes on so. */
  and(word: string): Begun | undefined;
}

export interface Names {
  /** Documents whose name is exactly this compact text, closest first. */
  exact(key: string): readonly number[];
  /** A word; undefined where no name goes on with more words. */
  begin(word: string): Begun | undefined;
  /** Documents one of whose names has these initial consonants, closest first. */
  byInitials(consonants: string): readonly number[];
  /** Documents one of whose names begins so, shortest remainder first; `score` is the share already typed. */
  beginning(key: string, most: number): Resemblance[];
  /** Documents one of whose names has these initial consonants at its beginning, as beginning(). */
  beginningInitials(consonants: string, most: number): Resemblance[];
  /** Documents one of whose names is within a few slips of the finger, best first. */
  resembling(key: string, most: number): Resemblance[];
  /** Length of the longest name that stands in a word at `from`; 0 where none does. */
  longestAt(word: string, from: number): number;
}

const NONE: readonly number[] = [];
/** No name within a word is shorter. */
const LEAST = 2;

/** Names by what their words mean, word by word. */
interface Branch {
  docs: number[];
  on: Map<string, Branch>;
}

function grow(root: Branch, meanings: readonly string[], doc: number): void {
  let branch = root;
  for (const meaning of meanings) {
    const next = branch.on.get(meaning) ?? { docs: [], on: new Map() };
    branch.on.set(meaning, next);
    branch = next;
  }
  if (!branch.docs.includes(doc)) branch.docs.push(doc);
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** In steps of a document. */
export function* indexNames(documents: readonly Document[]): Steps<Names> {
  const owners = new Map<string, Owner[]>();
  const choseong = new Map<string, Owner[]>();
  const keyed: Keyed[] = [];
  const right: Keyed[] = [];
  const several: { text: string; owner: Owner }[] = [];

  const take = (text: string, doc: number, rank: number): void => {
    const key = compact(text);
    if (key === '' || owners.get(key)?.some((owner) => owner.doc === doc)) return;
    const owner = { doc, rank };
    add(owners, key, owner);
    const consonants = initials(key);
    if (consonants !== undefined && consonants.length > 1 && rank < MISSPELLING) add(choseong, consonants, owner);
    if (/[^\p{L}\p{N}]/u.test(text.trim())) several.push({ text, owner });
    const one = { keys: jamo(key), doc };
    keyed.push(one);
    // A slip of a misspelling is too far from any name: hello is no Helm by way of hellm.
    if (rank < MISSPELLING) right.push(one);
  };
  for (const [doc, { title }] of documents.entries()) {
    take(title.ko, doc, TITLE);
    take(title.en, doc, TITLE);
    yield;
  }
  for (const [doc, document] of documents.entries()) {
    for (const name of document.names) take(name, doc, NAME);
    for (const name of document.misspellings) take(name, doc, MISSPELLING);
    yield;
  }
  const begun = indexBeginnings(keyed);
  yield;
  const resembling = indexFuzzyNames(right);
  yield;
  const begunInitials = indexBeginnings(
    Array.from(choseong, ([keys, list]) => list.map(({ doc }) => ({ keys, doc }))).flat(),
  );
  for (const map of [owners, choseong])
    for (const list of map.values()) list.sort((a, b) => a.rank - b.rank || a.doc - b.doc);

  // A name of several words by what each word names: 인그레스 컨트롤러 and Ingress controller are one.
  const meaningOf = (word: string): string => {
    const [only, other] = owners.get(word) ?? [];
    return only !== undefined && (other === undefined || other.rank > only.rank) ? `#${only.doc}` : word;
  };
  const byMeaning: Branch = { docs: [], on: new Map() };
  for (const { text, owner } of several) grow(byMeaning, words(text).map(meaningOf), owner.doc);

  yield;
  const docsBy = (map: ReadonlyMap<string, readonly Owner[]>): ReadonlyMap<string, readonly number[]> =>
    new Map(Array.from(map, ([key, list]) => [key, Array.from(new Set(list.map(({ doc }) => doc)))]));
  const exact = docsBy(owners);
  const byInitials = docsBy(choseong);
  const after = indexContinuations(owners.keys(), LEAST);

  function begunBy(text: string, branch: Branch | undefined): Begun | undefined {
    const next = after(text);
    if (next.size === 0 && branch === undefined) return undefined;
    return {
      endingIn: (word) =>
        (next.has(word.slice(0, LEAST)) ? exact.get(text + word) : undefined) ??
        branch?.on.get(meaningOf(word))?.docs ??
        NONE,
      and: (word) => begunBy(text + word, branch?.on.get(meaningOf(word))),
    };
  }

  const byBeginning = Map.groupBy(owners.keys(), (key) => key.slice(0, LEAST));
  for (const keys of byBeginning.values()) keys.sort((a, b) => b.length - a.length);

  return {
    exact: (key) => exact.get(key) ?? NONE,
    byInitials: (consonants) => byInitials.get(consonants) ?? NONE,
    begin: (word) => begunBy(word, byMeaning.on.get(meaningOf(word))),

    beginning: (key, most) => begun(jamo(key), most),
    beginningInitials: (consonants, most) => begunInitials(consonants, most),

    resembling: (key, most) => resembling(jamo(key), most),
    longestAt: (word, from) =>
      byBeginning.get(word.slice(from, from + LEAST))?.find((key) => word.startsWith(key, from))?.length ?? 0,
  };
}
