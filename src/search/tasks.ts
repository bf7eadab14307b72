import { isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { words as split } from '../language/normalize.ts';
import { isOfOtherField, isOrdinary } from '../language/ordinary-words.ts';
import { doingOf, LOOKING } from '../language/verbs.ts';
import type { Document } from './document.ts';
import type { Feature, ReadFeatures } from './features.ts';
import { idfAmong } from './idf.ts';
import type { FindExact, Mention } from './mentions.ts';

/** A task that a question asks for. */
export interface TaskHit {
  doc: number;
  /** Its place among the document's tasks. */
  task: number;
  /** 0..1; 1 where question and task say the same. */
  score: number;
  /** The question asks for a way to do something. */
  how: boolean;
}

/** Words that only ask how something is done. */
const ASKING =
  /^(?:명령|커맨드|방법|방식|법|어떻|어케|어떡|하려면|하고싶|싶|가능|되나|돼|하는법|알려|옵션|동안|터미널|하나|한번)|^(?:commands?|how|way|kubectl|want|need|please|can|do|does|i|my|its|the|a|an|to|of|in|on|for|with|is|are|it|all|option|terminal|but|and|or)$/;
/** Words that ask for a way to do it: 방법, 명령어, 하려면. */
const HOW =
  /^(?:명령|커맨드|방법|법$|법이|법은|법을|법좀|어떻|어케|어떡|하려면|하고싶|싶|수$|순$|가능|없냐|없나|없음|안됨|안돼|ㅈㅂ|command|commands|how|want|cmd|[가-힣]+(?:려면|려고|는법|고싶))/;
/** 보장하기: a task as a title has it. */
const TITLE = /[가-힣]{2}기$/;
/** Words that ask how a thing works: nothing is to be done. */
const WORKS = /^(?:work|works|working|작동|동작|원리)/;
/** Last words of what describes a thing rather than asks for a way: `…를 지켜 주는 거`. */
const THING = /(?:거|것|애|놈|녀석|방식|기능|도구|장치|일꾼|프로그램)$/;
/** 깐거, 뜨는데: a verb in whatever form. */
const VERBAL = /(?:[ㄴㄹ은는던]?거|는데|[음함됨]|지|좀)$/;
/** What makes the word before it the opposite; in English the word after it. */
const DENIED = {
  behind: /^(?:말고|말|않|없이|안하|못하|마세요|금지)/,
  before: /^(?:without|not|don|never|안|no)$/,
} as const;

/** What looking weighs beside other doings, and what a word that no task has. */
const WEIGHT = { looking: 0.25, unknown: 0.35, name: 1.2 } as const;
/** What is left of a likeness where one does something that the other does not, and where the question is on another field. */
const LEFT = { description: 0.75, otherDoing: 0.6, otherField: 0.5 } as const;
/** A word that shares so sure a sign with a task's is one of its words. */
const SAID = 0.8;
/** What it is worth that the question names the concept whose task it is. */
const OWN = 0.08;

/** How much it counts that the question's words are a task's, and that the task's are the question's. */
const SHARE = { question: 0.45, task: 0.55 } as const;

interface Word {
  features: readonly Feature[];
  weight: number;
}

interface Phrase {
  doc: number;
  task: number;
  words: readonly Word[];
  doings: ReadonlySet<string>;
  weight: number;
}

interface Said {
  /** Without weights. */
  list: readonly { text: string; mention: Mention | undefined; denied: boolean; doing: number | undefined }[];
  doings: ReadonlySet<string>;
  /** It asks for a way. */
  how: boolean;
  /** It describes a thing. */
  describes: boolean;
  /** It says that something is done or looked at. */
  does: boolean;
}

/** 지우는거 어케함: what is done, as a chat asks for it. */
const DOING = /[가-힣]는거$/;

/** An English sentence that begins with what is to be done. */
const isOrder = (word: string): boolean => /^[a-z]+$/.test(word) && doingOf(word) !== undefined;

/** The words of a phrase or a question that tell what is to be done with what. */
function telling(list: readonly string[], mentions: readonly Mention[]): Said {
  const named: (Mention | undefined)[] = list.map(() => undefined);
  for (const mention of mentions) named.fill(mention, mention.from, mention.to);
  const told = list.flatMap((text, at) => {
    const mention = named[at];
    const doing = mention === undefined ? doingOf(text) : undefined;
    if (mention === undefined && doing === undefined && (isFunctionWord(text) || ASKING.test(text) || /^\d/.test(text)))
      return [];
    if (mention !== undefined && mention.from !== at) return [];
    const denied = DENIED.behind.test(list[at + 1] ?? '') || DENIED.before.test(list[at - 1] ?? '');
    return [{ text, mention, denied, doing }];
  });
  const doings = told.flatMap(({ doing, denied }) =>
    doing === undefined || doing === LOOKING ? [] : `${denied ? '!' : ''}${doing}`,
  );
  return {
    list: told,
    doings: new Set(doings),
    how:
      (list.some((word) => HOW.test(word)) ||
        TITLE.test(list.at(-1) ?? '') ||
        list.slice(0, -1).some((word) => DOING.test(word)) ||
        isOrder(list[0] ?? '')) &&
      !THING.test(list.at(-1) ?? '') &&
      !list.some((word) => WORKS.test(word)),
    describes: THING.test(list.at(-1) ?? ''),
    does: told.some(({ doing }) => doing !== undefined),
  };
}

interface TaskReaders {
  read: ReadFeatures;
  features: ReadFeatures;
  findExact: FindExact;
  /** Is it a word of any document? */
  isKnown(word: string): boolean;
}

/** Finds the task that a question asks for: by what it names, what is done, and the other words beside them. */
export function indexTasks(
  documents: readonly Document[],
  { read, features, findExact, isKnown }: TaskReaders,
): (list: readonly string[], mentions: readonly Mention[], most: number) => TaskHit[] {
  const rarity = new Map<string, { docs: number; last: number }>();
  const said: { doc: number; task: number; said: Said }[] = [];
  const signs = ({ text, mention, denied, doing }: Said['list'][number], of: ReadFeatures): Feature[] => {
    const own = mention === undefined ? of(text) : [{ key: `#${mention.doc}`, trust: mention.sure }];
    const all = doing === undefined ? own : [...own, { key: `>${doing}`, trust: 0.9 }];
    return denied ? all.map(({ key, trust }) => ({ key: `!${key}`, trust })) : [...all];
  };
  let number = 0;
  for (const [doc, { tasks }] of documents.entries())
    for (const [task, texts] of tasks.entries()) {
      number++;
      for (const text of texts) {
        const list = split(text);
        const told = telling(list, findExact(list));
        said.push({ doc, task, said: told });
        for (const word of told.list)
          for (const { key } of signs(word, read)) {
            const known = rarity.get(key);
            if (known === undefined) rarity.set(key, { docs: 1, last: number });
            else if (known.last !== number) {
              known.docs++;
              known.last = number;
            }
          }
      }
    }
  const idf = idfAmong(number);
  const most = idf(0);
  const weigh = (word: Said['list'][number], own: readonly Feature[]): number => {
    const known = own.flatMap(({ key }) => rarity.get(key)?.docs ?? []);
    const weight = known.length === 0 ? most * WEIGHT.unknown : Math.max(...known.map(idf));
    return weight * (word.doing === LOOKING ? WEIGHT.looking : word.mention ? WEIGHT.name : 1);
  };
  const phrases: Phrase[] = said.map(({ doc, task, said: { list, doings } }) => {
    const words = list.map((word) => {
      const own = signs(word, read);
      return { features: own, weight: weigh(word, own) };
    });
    return { doc, task, words, doings, weight: words.reduce((sum, { weight }) => sum + weight, 0) };
  });
  const postings = new Map<string, { phrase: number; word: number; trust: number }[]>();
  for (const [phrase, { words }] of phrases.entries())
    for (const [word, { features: own }] of words.entries())
      for (const { key, trust } of own) {
        const list = postings.get(key);
        if (list === undefined) postings.set(key, [{ phrase, word, trust }]);
        else list.push({ phrase, word, trust });
      }

  return (list, mentions, most) => {
    const told = telling(list, mentions);
    // A name alone asks what it is.
    if (told.list.length < (told.how ? 1 : 2) || !(told.how || told.does)) return [];
    /** Phrase -> what it and the question say of each other, word by word. */
    const met = new Map<number, { ours: Map<number, number>; theirs: Map<number, number> }>();
    const weights: number[] = [];
    const named = new Set(told.list.flatMap(({ mention }) => mention?.doc ?? []));
    let isStrange = false;
    for (const [at, word] of told.list.entries()) {
      const own = signs(word, features);
      weights.push(weigh(word, own));
      isStrange ||=
        word.doing === undefined &&
        word.mention === undefined &&
        (isOfOtherField(word.text) ||
          ((isOrdinary(word.text) || !isKnown(word.text)) &&
            !own.some(({ key, trust }) => trust >= SAID && rarity.has(key)))) &&
        !VERBAL.test(word.text) &&
        !looksLikeVerb(word.text);
      for (const { key, trust } of own)
        for (const { phrase, word: other, trust: its } of postings.get(key) ?? []) {
          const both = trust * its;
          const known = met.get(phrase) ?? { ours: new Map(), theirs: new Map() };
          met.set(phrase, known);
          if (both > (known.ours.get(at) ?? 0)) known.ours.set(at, both);
          if (both > (known.theirs.get(other) ?? 0)) known.theirs.set(other, both);
        }
    }
    // Among words of another field an ordinary word is no name: 엑셀, 갤럭시; get a job in seoul.
    const isElsewhere =
      isStrange &&
      told.list.every(
        ({ mention }) =>
          mention === undefined ||
          mention.sure < 1 ||
          (mention.to - mention.from === 1 && isOrdinary(list[mention.from] ?? '')),
      );
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const found = new Map<string, TaskHit>();
    for (const [number, { ours, theirs }] of met) {
      const phrase = phrases[number];
      if (phrase === undefined || (theirs.size < 2 && phrase.words.length > 1 && !told.how)) continue;
      let mine = 0;
      for (const [at, trust] of ours) mine += (weights[at] ?? 0) * trust;
      let its = 0;
      for (const [at, trust] of theirs) its += (phrase.words[at]?.weight ?? 0) * trust;
      const alike = (mine / all) ** SHARE.question * (its / phrase.weight) ** SHARE.task;
      const differs =
        told.doings.size > 0 && phrase.doings.size > 0 ? told.doings.isDisjointFrom(phrase.doings) : false;
      if (told.list.length === 1 && !named.has(phrase.doc)) continue;
      const score =
        alike *
          (differs ? LEFT.otherDoing : 1) *
          (told.describes ? LEFT.description : 1) *
          (isElsewhere ? LEFT.otherField : 1) +
        (named.has(phrase.doc) && !isElsewhere ? OWN : 0);
      const key = `${phrase.doc} ${phrase.task}`;
      if (score > (found.get(key)?.score ?? 0))
        found.set(key, { doc: phrase.doc, task: phrase.task, score, how: told.how });
    }
    return Array.from(found.values())
      .sort((a, b) => b.score - a.score || a.doc - b.doc || a.task - b.task)
      .slice(0, most);
  };
}
