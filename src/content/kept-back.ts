import type { Content, KeptSet, Question, QuestionSet, Term } from './model.ts';

/** A set as it was read. */
export interface ReadSet extends QuestionSet {
  isKeptBack: boolean;
  /** Where it is kept back, ids of all questions that it names or that stand in its file. */
  holds: readonly string[];
}

type Item = QuestionSet['items'][number];

/**
 * What is asked of everybody, and the sets that are kept back with their questions; `keptBack`: ids of all of those. No
 * other set asks one of them.
 */
export function keepBack(
  terms: readonly Term[],
  sets: readonly ReadSet[],
  keptBack: ReadonlySet<string>,
): Pick<Content, 'terms' | 'sets' | 'keptBack'> {
  const plain = ({ isKeptBack: _, holds: __, ...set }: ReadSet): QuestionSet => set;
  const open = sets.filter(({ isKeptBack }) => !isKeptBack).map(plain);
  if (open.length === sets.length && keptBack.size === 0) return { terms, sets: open, keptBack: [] };
  const byId = new Map(terms.flatMap(({ questions }) => questions).map((question) => [question.id, question]));
  const isAsked = ({ id }: Question): boolean => !keptBack.has(id);
  const asked = terms.map((term) =>
    term.questions.every(isAsked) ? term : { ...term, questions: term.questions.filter(isAsked) },
  );
  const withQuestions = new Set(asked.flatMap(({ id, questions }) => (questions.length > 0 ? id : [])));
  const asks = ({ question, term }: Item): boolean =>
    question === undefined ? withQuestions.has(term) : !keptBack.has(question);
  return {
    terms: asked,
    sets: open.flatMap((set) => {
      const items = set.items.filter(asks);
      return items.length === 0 ? [] : [{ ...set, items }];
    }),
    keptBack: sets
      .filter(({ isKeptBack }) => isKeptBack)
      .map((set): KeptSet => {
        const questions = Array.from(new Set(set.holds)).flatMap((id) => byId.get(id) ?? []);
        return { ...plain(set), questions };
      }),
  };
}
