import type { Content } from '../content/model.ts';
import { asksToCompare } from '../language/function-words.ts';
import { normalize, words as wordsIn } from '../language/normalize.ts';
import { saysNothing } from '../lookup/follow-up.ts';
import type { Document } from '../search/document.ts';
import type { Asked } from '../search/learned/examples.ts';
import { indexSearch } from '../search/search.ts';

/**
 * Questions on other subjects that name nothing of the course and are near to nothing in it: what they ask is not its own. With
 * those that people `asked` it has about as many as documents: many more would outweigh what the course says of itself, and
 * questions about it would be refused.
 */
export function offTopic(
  documents: readonly Document[],
  { synonyms }: Content,
  asked: readonly Asked[],
  others: readonly string[],
) {
  const missing = documents.length - asked.filter(({ about }) => about.length === 0).length;
  if (missing <= 0) return [];
  const find = indexSearch(documents, synonyms);
  const isOff = (question: string): boolean => {
    const { matches, names = [] } = find(question);
    return matches.length === 0 && names.length === 0;
  };
  // From all over the list: neighbours are alike.
  const step = Math.max(1, Math.floor(others.length / missing));
  return others
    .filter((_, at) => at % step === 0)
    .filter(isOff)
    .map((text): Asked => ({ text, about: [] }));
}

/**
 * Of questions on other subjects the words that any subject has, each time with the name of another concept: 파이썬 리스트 만드는 법 is off the
 * subject, but 뷰 만드는 법 is not.
 */
export function onTopic(documents: readonly Document[], asked: readonly Asked[]): Asked[] {
  const terms = documents.filter(({ kind }) => kind === 'term');
  return asked.flatMap(({ text: question, about }, at): Asked[] => {
    const term = terms[at % terms.length];
    const rest = wordsIn(normalize(question)).filter(saysNothing);
    if (term === undefined || rest.length === 0 || about.length > 0 || asksToCompare(question)) return [];
    return [{ text: [term.title.ko, ...rest].join(' '), about: [term.id] }];
  });
}
