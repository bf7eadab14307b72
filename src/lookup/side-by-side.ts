/** Concepts side by side, and what is asked of them right after. */
import type { Term } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { buttons, fields, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Course } from '../course/course.ts';
import type { Topics } from '../course/find.ts';
import { LOOK_UP } from '../course/lines.ts';
import { analogyBlocks, termButtons } from '../course/term-blocks.ts';
import { asksToCompare, isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { truncate } from '../language/truncate.ts';
import { isElliptic, setsTwo, wordsIn } from './follow-up.ts';
import { text } from './text.ts';
import { renderTopic } from './topic.ts';

/** Those that stand side by side, in a student's words: 둘 중에, 어느 쪽, both; a count alone, 두 개, is of anything. */
const ALL =
  /(?:^|\s)(?:(?:둘|셋|양쪽)(?:\s|$|[다은이을중의?.!,])|(?:두|세) ?(?:개|가지)(?= ?(?:중|다|모두|[의이은을를가]))|(?:어느|어떤) (?:쪽|것|거|걸|게))|\b(?:both|either|the (?:two|three)|of them)\b/i;
/** The words that it is said with. */
const SIDES =
  /^(?:둘|셋|두|세|개|가지|양쪽|중(?:에서?)?|다|모두|both|either|two|three|of|them)[은는이가을를의도]?$|^[둘셋]중에?$/i;
const WHICH = /^(?:뭐(?!라)|뭘|무엇|무얼|뭔|어느|어떤|어떨|언제|which|what|when)/i;
const CHOOSES =
  /^(?:뭐|뭘)?[써쓰쓸씀쓴]|나[아은음]|낫|좋|쉬[워운움]|쉽|안전|빨[라르]|편[해하]|^(?:use|take|better|best|easier|safer|faster)$/i;
/** 뭐가 더 가벼워, 더 쉬운 거; but 뭐가 더 있어 asks what else there is. */
const DEGREE = /^(?:더|제일|가장|more|most)$/;
const ELSE = /^있|^(?:else|there)$/;
/** These ask to choose without a word for which. */
const PICKS = /골라|고[르를]|선택|추천|^(?:choose|pick|recommend)$/i;
/** 올릴 땐, 실습용이면: under which a student asks to choose. */
const CONDITION = /(?:[을를할릴쓸될]?(?:때|땐|때는|때엔)|[가-힣]면|경우에?[는엔]?|용으로[는]?)$/;
/** Of all: that they are needed, or go together. */
const TOGETHER = /필요|있어야|함께|같이|^together$/i;
/** 명령어 뭐 써: a noun that ends as a verb does. */
const COMMAND = /^명령어/;
const FILLING =
  /^(?:더|제일|가장|보통|그냥|걍|그럼|꼭|것|거|게|걸|쪽[을이은]?|하나만?|저는|나는|난|전|one|each|is|can|should|i|to|do|the|for)$/i;

/**
 * Does a question that names and tells nothing of its own ask of things that stand side by side? `all`: it says so itself
 * (둘 중에); `which`: it asks to choose, or to compare (뭘 써야 돼, 차이가 뭔데), which only makes sense right after them.
 */
export function asksOfSides(question: string): 'all' | 'which' | undefined {
  const all = wordsIn(question);
  const normal = all.join(' ');
  const condition = all.findLastIndex((word) => CONDITION.test(word));
  // 실습할 땐 뭐가 나아: what goes before says when, and not of what.
  const list = all.slice(condition + 1);
  const some = (pattern: RegExp): boolean => list.some((word) => pattern.test(word));
  const known = [SIDES, WHICH, CHOOSES, PICKS, TOGETHER, FILLING];
  const isNothing = (word: string): boolean =>
    isFunctionWord(word) || asksToCompare(word) || (looksLikeVerb(word) && !COMMAND.test(word));
  const saysMore = list.some((word) => !known.some((pattern) => pattern.test(word)) && !isNothing(word));
  if (saysMore || setsTwo(question)) return undefined;
  const compares = asksToCompare(normal);
  if (ALL.test(normal) && (compares || [CHOOSES, PICKS, TOGETHER].some(some))) return 'all';
  const degree = some(DEGREE) && !some(ELSE);
  const chooses = [some(CHOOSES), some(WHICH), degree].filter(Boolean).length > 1;
  return some(PICKS) || chooses || (compares && isElliptic(normal)) ? 'which' : undefined;
}

/** 파드 말고 디플로이먼트, a Pod instead of a Deployment: one is set against another. */
const AGAINST = /말고|대신|놔두고|냅두고|보다|있는데|(?:쓰|하)면 ?되는데|instead of|rather than|over just/i;
/** Why, when and whether it should. */
const CONSIDERS =
  /왜|언제|이유|장점|좋[은아]|나[은을아]|낫|[돼됨]|되[나는냐]|될까|안전|필요|써도|쓰면|why|when|should|can i|could|better|advantage|need/i;
/** How it is done is a task of the one. */
const HOW = /(?:는|할) ?법|방법|어떻게|어케|명령어|\bhow\b/i;

/** Does a question ask why or when one thing is used rather than another, or whether it may be? */
export function setsAgainst(question: string): boolean {
  const said = wordsIn(question).join(' ');
  return AGAINST.test(said) && CONSIDERS.test(said) && !HOW.test(said);
}

/** Has an author said how these two differ? */
export const isSaidOf = (one: Term, other: Term): boolean =>
  one.differs.some(({ from }) => from === other.id) || other.differs.some(({ from }) => from === one.id);

/** What is said of how these concepts differ, a block for each two of them of which something is said. */
const differencesOf = (terms: readonly Term[], locale: Locale): Block[] =>
  terms.flatMap((one, at) =>
    terms.slice(at + 1).flatMap((other) => {
      const said =
        one.differs.find(({ from }) => from === other.id) ?? other.differs.find(({ from }) => from === one.id);
      // Of three it has to be told which two are meant.
      const name = terms.length > 2 ? titlesOf([one, other], locale) : text(locale).howTheyDiffer;
      return said ? [fields({ name, value: said.how[locale] })] : [];
    }),
  );

const titlesOf = (terms: readonly Term[], locale: Locale): string =>
  terms.map(({ title }) => title[locale]).join(' ↔ ');

const buttonsOf = (terms: readonly Term[], locale: Locale): Block =>
  buttons(
    ...termButtons(terms, locale).map((one) => ({
      ...one,
      label: truncate(text(locale).moreOn(one.label), LIMITS.label),
    })),
  );

const beside = (terms: readonly Term[]): Pick<Reply, 'visibility' | 'accent' | 'share'> => ({
  visibility: 'caller',
  accent: 'info',
  share: `${LOOK_UP} ${terms.map(({ id }) => id).join(' vs ')}`,
});

/** Concepts side by side: how they differ, then what each of them is. */
function renderComparison(terms: readonly Term[], locale: Locale): Reply {
  return {
    ...beside(terms),
    blocks: [
      heading(titlesOf(terms, locale)),
      ...differencesOf(terms, locale),
      ...terms.flatMap((term) => [
        fields({ name: term.title[locale], value: term.definition[locale] }),
        // Three analogies fill more than a phone's screen.
        ...(terms.length > 2 ? [] : analogyBlocks(term, locale)),
      ]),
      buttonsOf(terms, locale),
    ],
  };
}

/** What there is to say to a student who has just seen them side by side: nothing that stands there already. */
export function renderChoice(terms: readonly Term[], locale: Locale): Reply {
  const differences = differencesOf(terms, locale);
  const told = differences.length > 0 ? differences : [markdown(text(locale).noDifference)];
  return { ...beside(terms), blocks: [heading(titlesOf(terms, locale)), ...told, buttonsOf(terms, locale)] };
}

/** An answer with a line below its heading. */
const withLine = ({ blocks: [first, ...others], ...reply }: Reply, line: string): Reply => ({
  ...reply,
  blocks: [...(first ? [first] : []), markdown(line), ...others],
});

/** What is known of a comparison, all but what the course does not have. */
export function renderSides({ ids, names, strangers }: Topics, course: Course, locale: Locale): Reply | undefined {
  const terms = ids.flatMap((id) => course.terms.get(id) ?? []);
  const [only] = terms;
  if (!only || (terms.length < 2 && !strangers)) return undefined;
  const guessed = names && !strangers ? terms.filter(({ id }) => !names.includes(id)) : [];
  const titles = terms.map(({ title }) => title[locale]);
  const reply = terms.length > 1 ? renderComparison(terms, locale) : renderTopic(only.id, course, locale);
  const line = strangers
    ? text(locale).without(strangers, titles)
    : guessed.length > 0
      ? text(locale).guessed(guessed.map(({ title }) => title[locale]))
      : undefined;
  return reply && line !== undefined ? withLine(reply, line) : reply;
}
