import type { Question } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import { UserError } from '../core/errors.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { completeTitles, findTopics } from '../course/find.ts';
import { poolsOf, type Topic } from '../practice/topics.ts';
import { isPlayable, liveQuestions } from './questions.ts';
import { findSet, isNamed, matchTitles, poolsOfSet } from './sets.ts';
import { asksForWeak, LOOK_BACK, WEAK, weakPools, weakTerms } from './weak-terms.ts';

/** What a live quiz asks for, and what it is about; undefined for everything. */
export interface Asked {
  topic: Localized | undefined;
  questions: readonly Question[];
}

/** Questions of a session where nobody says how many; of a set, all of them. */
const USUAL = 5;
const OFFERED = 25;
const MEANT = 3;

const tooEarly = (): UserError =>
  new UserError({
    ko: '이 수업의 답이 아직 모자라서 무엇을 자주 틀리는지 알 수 없어요. 퀴즈를 몇 번 풀고 나면 `취약`으로 시작할 수 있어요. 오늘은 개념이나 절의 이름으로 시작해 주세요.',
    en: 'This class has not answered enough yet to tell what it misses most. Begin with a concept or a section today; `worst` works after a few quizzes.',
  });

const noQuestions = (): UserError =>
  new UserError({
    ko: '이 주제에는 함께 풀 문제가 아직 없어요. 다른 주제로 시작해 주세요.',
    en: 'There are no questions on this to play together yet. Try another topic.',
  });

const noTopic = (): UserError =>
  new UserError({
    ko: '그런 주제는 못 찾았어요. 개념, 절, 문제집의 이름이나 `취약`(이 수업이 자주 틀린 개념)으로 적어 주세요. 예: `/live start 파드 5개 20초`',
    en: 'I found no such topic. Name a concept, a section, a set, or `worst` (what this class misses most), for example `/live start pod 5 20s`.',
  });

/** The one of these concepts and sections that words name. A class is watching: a mere guess does not begin anything. */
function topicNamed(
  words: string,
  ids: readonly string[],
  { terms, sections }: Course,
): { topic: Topic; title: Localized } | undefined {
  for (const id of ids) {
    const term = terms.get(id);
    if (term && isNamed(words, [id, term.title.ko, term.title.en, ...term.aliases, ...term.misspellings]))
      return { topic: { kind: 'term', term }, title: term.title };
    const section = sections.get(id);
    if (section && isNamed(words, [id, section.title.ko, section.title.en]))
      return { topic: { kind: 'section', section }, title: section.title };
  }
  return undefined;
}

/**
 * The questions that words ask for, or the ids of what they may mean. `seed` draws them; `count` is how many.
 * @throws UserError where there is nothing to ask.
 */
export async function findQuestions(
  words: string | undefined,
  count: number | undefined,
  one: Class,
  seed: string,
  context: Context,
): Promise<Asked | readonly string[]> {
  const some = (questions: readonly Question[], topic: Localized | undefined): Asked => {
    if (questions.length === 0) throw noQuestions();
    return { questions, topic };
  };
  const most = count ?? USUAL;
  const course = context.course();
  if (words === undefined) return some(liveQuestions(poolsOf({ kind: 'all' }, course.terms), most, seed), undefined);
  if (asksForWeak(words)) {
    const since = context.now().epochMilliseconds - LOOK_BACK;
    const terms = weakTerms(await context.records.answered(one.id, since), course.terms);
    if (terms.length === 0) throw tooEarly();
    return some(liveQuestions(weakPools(terms, seed), most, seed), { ko: '자주 틀린 개념', en: 'what we miss most' });
  }
  const set = findSet(words, course.content.sets);
  if (set)
    return some(liveQuestions(poolsOfSet(set, course, isPlayable, seed), count ?? set.items.length, seed), set.title);
  const { ids } = findTopics(words, course);
  const found = topicNamed(words, ids, course);
  if (!found) return ids;
  const pools = poolsOf(found.topic, course.terms);
  // What it is related to is asked only by whoever wants that many.
  const [own = []] = pools;
  return some(
    liveQuestions(pools, count ?? Math.min(USUAL, own.filter(isPlayable).length || USUAL), seed),
    found.title,
  );
}

/** What words may mean, each as a button that begins with it; `rest` is what else was typed. @throws UserError for nothing. */
export function offerTopics(ids: readonly string[], rest: string, { terms, sections }: Course, locale: Locale): Reply {
  const found = ids
    .flatMap((id) => {
      const title = terms.get(id)?.title ?? sections.get(id)?.title;
      const line = `live start topic:"${id}"${rest}`;
      return title && Array.from(line).length <= LIMITS.line ? [button(title[locale], line)] : [];
    })
    .slice(0, MEANT);
  if (found.length === 0) throw noTopic();
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      {
        type: 'text',
        markdown:
          locale === 'ko'
            ? '어떤 주제인지 확실하지 않아요. 아래에서 고르면 바로 시작해요.'
            : 'I am not sure which topic you mean. Choose one, and it begins.',
      },
      { type: 'buttons', buttons: found },
    ],
  };
}

/** Topics that half-typed words may become: sets and what is missed most first, since there are few of them. */
export const completeTopics =
  (context: Context) =>
  (partial: string): readonly Localized[] => {
    const own = matchTitles(partial, [WEAK, ...context.course().content.sets.map(({ title }) => title)]);
    return [...own, ...completeTitles(context)(partial)].slice(0, OFFERED);
  };
