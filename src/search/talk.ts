import { words } from '../language/normalize.ts';

/** The words of a question, and where its clauses begin. */
export interface Talk {
  list: readonly string[];
  /** Whether a clause begins at a word. */
  begins: readonly boolean[];
  /** Whether a question ends with a word. */
  asks: readonly boolean[];
}

/** Marks that end a clause; a dot, a colon and a comma only before a space, so that `k8s.io/v1` stays whole. */
const CLAUSES = /([?!;…\n()]+|\.{2,}|[.,:](?=\s|$))/;
/** `what's`, `pod's`: one word with what follows the apostrophe. */
const APOSTROPHE = /(?<=[a-z])['’](?=[a-z])/gi;
/** Words that begin a clause without a mark. */
const BEGINNINGS = /^(?:근데|그런데|그러면|그럼|그래서|하지만|그리고|but|so|then)$/;

/** 무엇 인가요: written apart, the end of a question is like the name of authorization, 인가. */
const COPULA = /^인가(?:요|여|용)?$/;
const WHAT = /(?:무엇|뭐|뭔|누구|어디|언제|얼마|것|거)$/;

/** Endings of a Korean clause that leads to another one: 배웠는데, 들었고요. */
const CONNECTIVE = /(?:[았었겠했됐왔갔]는데요?|[았었겠했됐왔갔]고요|지만요?|잖아요?|거든요?)$/;

/** Reads a folded text, `most` words of it; `split` parts words that have run together. */
export function readWords(text: string, most: number, split: (word: string) => readonly string[]): Talk {
  const list: string[] = [];
  const begins: boolean[] = [];
  const asks: boolean[] = [];
  for (const clause of text.replace(APOSTROPHE, '').split(CLAUSES)) {
    if (clause.includes('?') && asks.length > 0) asks[asks.length - 1] = true;
    let isFirst = true;
    for (const word of words(clause).flatMap(split)) {
      if (list.length >= most) return { list, begins, asks };
      const before = list.at(-1) ?? '';
      if (!isFirst && COPULA.test(word) && WHAT.test(before)) {
        list[list.length - 1] = before + word;
        continue;
      }
      begins.push(isFirst || BEGINNINGS.test(word));
      list.push(word);
      asks.push(false);
      isFirst = CONNECTIVE.test(word);
    }
  }
  return { list, begins, asks };
}
