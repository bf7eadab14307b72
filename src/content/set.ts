import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { localized } from '../questions/fields.ts';
import { whyNotLive } from '../questions/types.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Problem, Question, QuestionSet, Term } from './model.ts';
import { indexQuestions } from './question-ids.ts';

/** Questions that are played together at most; see /live. */
const MOST = 20;

/** Front matter of a set of questions (content/sets). */
export const setSchema = z.strictObject({
  id: z
    .string()
    .regex(/^(?=.*\p{L})[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u)
    .max(40),
  title: localized,
  /** `pod`: one of the concept's questions; `pod#2`: its second one; or a question's own id. */
  set: z
    .array(z.union([z.string().trim().min(1), z.number().transform(String)]))
    .min(1)
    .max(MOST),
});

export interface SetText {
  id: string;
  title: QuestionSet['title'];
  items: readonly string[];
  file: string;
}

export const looksLikeSet = (data: object): boolean => 'set' in data;

/** The questions that an item of a set stands for; any one of them where it names a whole `term`. */
function itemOf(
  item: string,
  terms: ReadonlyMap<string, Term>,
  questionNamed: (name: string) => Question | undefined,
): { term?: string; found: readonly Question[] } {
  const [, id = '', digits] = /^(.*?)(?:#(\d+))?$/.exec(item) ?? [];
  const term = terms.get(id);
  if (term && digits === undefined) return { term: id, found: term.questions };
  const question = term ? term.questions[Number(digits) - 1] : questionNamed(item);
  return { found: question ? [question] : [] };
}

/** What is wrong with an item; `why`: it is there, and a class cannot play it. */
function complaintOf(item: string, at: number, why: Localized | undefined): Problem['message'] {
  const where = `set[${at + 1}]: `;
  if (why)
    return {
      ko: `${where}"${item}"는 ${why.ko}라서 라이브 퀴즈에서 함께 풀 수 없어요. 다른 문제로 바꿔 주세요.`,
      en: `${where}"${item}" ${why.en}, which a class cannot answer together in a live quiz. Name another question.`,
    };
  return {
    ko: `${where}"${item}"라는 문제가 없어요. 문제가 있는 용어의 id(pod)나 그 용어의 몇 번째 문제(pod#2), 문제의 id로 적어 주세요.`,
    en: `${where}there is no question "${item}". Write the id of a term that has questions (pod), which of them (pod#2), or a question's id.`,
  };
}

/** Sets of one id each, with what their items name; what cannot be played is told of and left out. */
export function setsOf(
  reads: readonly { set?: SetText; lineOf?: FrontMatter['lineOf'] }[],
  all: readonly Term[],
  twice: (set: SetText, other: string, lineOf: FrontMatter['lineOf'] | undefined) => Problem,
): { sets: QuestionSet[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const sets = new Map<string, QuestionSet>();
  const terms = new Map(all.map((term) => [term.id, term]));
  const { questionNamed } = indexQuestions(all);
  for (const { set, lineOf } of reads) {
    if (!set) continue;
    const twin = sets.get(set.id);
    if (twin) {
      problems.push(twice(set, twin.file, lineOf));
      continue;
    }
    const items = set.items.flatMap((item, i) => {
      const { term, found } = itemOf(item, terms, questionNamed);
      const playable = found.find((question) => whyNotLive(question) === undefined);
      if (playable) return [term === undefined ? { question: playable.id } : { term }];
      const message = complaintOf(item, i, found[0] && whyNotLive(found[0]));
      problems.push({ file: set.file, line: lineOf?.(['set', i]) ?? 1, message });
      return [];
    });
    if (items.length > 0) sets.set(set.id, { id: set.id, title: set.title, items, file: set.file });
  }
  return { sets: Array.from(sets.values()), problems };
}
