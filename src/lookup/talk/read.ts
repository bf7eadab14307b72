import { normalize, words } from '../../language/normalize.ts';
import { readWords } from './read-words.ts';
import type { Role, Said } from './words.ts';

/** What people say to the bot that is no question on the course, by what they are answered. */
export type TalkKind = 'greeting' | 'thanks' | 'stop' | 'who' | 'upset' | 'discouraged' | 'crisis' | 'class';

/** UTF-16 units, and words, of the longest text that may be talk: people chat in a line. */
const MOST_UNITS = 300;
const MOST_WORDS = 30;

/** Nothing but laughter, or tears. */
const LAUGHS = /^[ㅋㅎ~!.\s]+$/;
const CRIES = /^[ㅠㅜ~!.\s]+$/;

/** 수강신청 날처럼 몰리면: what is described by a likeness is something else. */
const LIKENESS = /[가-힣](?:처럼|듯이)(?:\s|$)/;

interface Tally {
  of(...roles: readonly Said['role'][]): number;
  /** Is the last word that says something one of these? */
  endsIn(role: Role): boolean;
  /** How many words there are. */
  words: number;
  /** By its mark, or its ending. */
  isQuestion: boolean;
  namesConcept: boolean;
}

const QUESTION = /[?？]|(?:나요|까요?|가요|는지|[니냐])[.~\s]*$/;

function tally(text: string, namesConcept: boolean): Tally | undefined {
  if (text.length > MOST_UNITS || LIKENESS.test(text)) return undefined;
  const all = words(normalize(text));
  if (all.length === 0 || all.length > MOST_WORDS) return undefined;
  const said = readWords(all).filter(({ role }) => role !== 'nothing');
  const last = said.findLast(({ role }) => role !== 'filler');
  return {
    of: (...roles) => said.filter(({ role }) => roles.includes(role)).length,
    endsIn: (role) => last?.role === role,
    words: all.length,
    isQuestion: QUESTION.test(text),
    namesConcept,
  };
}

/** What a question on the course has, or what is about something else. */
const CONTENT = ['noun', 'unknown', 'about', 'tell', 'other'] as const;
/** What is said of lessons, exams and homework. */
const CLASS = ['sure', 'topic', 'detail', 'handin', 'is', 'when'] as const;

const isThanks = ({ of, endsIn, namesConcept }: Tally): boolean => {
  if (of('ask', 'about', 'tell', 'other') > 0) return false;
  if (namesConcept) return of('thanks') > 0 && of('ack') > 0;
  if (of('thanks') > 0)
    return of('stop') === 0 && of('noun', 'unknown') <= (endsIn('thanks') ? 4 : 0) && of('verb') <= 3;
  return (
    of('ack') > 0 &&
    of('noun', 'unknown', 'verb', 'not', 'that', 'upset', 'sad', 'stop', 'greeting', 'being', 'trait', ...CLASS) === 0
  );
};

const isStop = ({ of, namesConcept }: Tally): boolean =>
  !namesConcept && of('stop') > 0 && of('not', 'verb', 'ask', 'sad', ...CONTENT, ...CLASS) === 0;

/** Angry at an answer, or at the bot. */
const isUpset = ({ of, namesConcept }: Tally): boolean =>
  !namesConcept && of('upset') > 0 && of('sure', 'topic') === 0 && of(...CONTENT) === 0 && of('verb') <= 1;

/** Whose life may be in danger; that a container kills itself is said with its name. */
const isCrisis = ({ of, namesConcept }: Tally): boolean =>
  !namesConcept && of('crisis') > 0 && of('ask', ...CONTENT) === 0;

const isDiscouraged = ({ of, isQuestion, namesConcept }: Tally): boolean => {
  if (namesConcept || of('sad', 'upset') === 0 || of('ask', 'when', ...CONTENT) > 0) return false;
  return of('sure', 'topic') > 0 ? !isQuestion && of('verb') === 0 : of('verb') <= 1;
};

/** Of lessons, exams and homework as events, which the instructor plans. */
const isClassTalk = ({ of, isQuestion, namesConcept }: Tally): boolean => {
  const topics = of('sure', 'topic');
  const details = of('detail', 'handin');
  const others = of('noun', 'unknown');
  if (of('other', 'that', 'being') > 0) return false;
  // 파드도 시험 범위예요? is on the exam; 시험에 나오는 파드가 뭐예요? is on Pods.
  if (namesConcept)
    return topics > 0 && of('sure', 'when') + details > 0 && others <= 1 && of('verb', 'ask', 'about') === 0;
  if (of('sure') > 0) return others <= 2 && of('verb') <= 2;
  // 늦게 제출해도 돼요?
  if (topics === 0) return of('handin') > 1 && others === 0 && of('about') === 0;
  if (details > 0) return others <= (of('handin') > 0 ? 2 : 1);
  // 발표 잘하는 법 asks how, not when or whether.
  if (of('about') > 0) return false;
  // 안녕하세요 선생님 greets, and nothing more.
  if (others + of('verb') === 0) return of('greeting') === 0 || of('is', 'when') > 0;
  if (of('ask') > 0 && of('when') === 0) return false;
  return of('verb') <= 2 && others <= (isQuestion ? 1 : 0);
};

/** Words, fillers included, of a question that is on the bot though it says nothing of whom it means: 누가 만들었어? */
const SHORT = 4;

const isWho = ({ of, words, isQuestion, namesConcept }: Tally): boolean => {
  if (namesConcept || of('noun', 'unknown', 'other', 'sure', 'detail', 'handin', 'about', 'that') > 0) return false;
  if (of('topic') > 0 && of('being') === 0) return false;
  if (of('guide') > 0) return true;
  if (of('you') > 0 && of('ask') > 0) return of('verb') <= 1;
  if (of('verb') > 0) return false;
  if (of('being') > 0) return of('greeting') === 0 || of('you') > 0;
  if (of('trait') > 0 && of('you') > 0) return true;
  const asks = isQuestion || of('ask') > 0 || of('trait') > 1;
  return of('trait') > 0 && asks && words <= SHORT && of('is', 'when') === 0;
};

const isGreeting = ({ of, namesConcept }: Tally): boolean =>
  !namesConcept &&
  of('greeting') > 0 &&
  of('verb', 'ask', 'stop', 'sure', 'detail', 'handin', 'when', ...CONTENT) === 0;

/** In this order: 수업 감사합니다 thanks, and 시험 망했어요 does not ask for a date. */
const READERS: readonly (readonly [TalkKind, (said: Tally) => boolean])[] = [
  ['crisis', isCrisis],
  ['thanks', isThanks],
  ['stop', isStop],
  ['upset', isUpset],
  ['discouraged', isDiscouraged],
  ['class', isClassTalk],
  ['who', isWho],
  ['greeting', isGreeting],
];

/**
 * The kind of talk that a text is; undefined where it may be a question on the course.
 * @param namesConcept does it name a concept of the course that is no ordinary word? Such a text is talk only where it
 * surely is: 파드도 시험 범위예요?
 */
export function readTalk(text: string, { namesConcept }: { namesConcept: boolean }): TalkKind | undefined {
  if (LAUGHS.test(text)) return 'thanks';
  if (CRIES.test(text)) return 'discouraged';
  const said = tally(text, namesConcept);
  return said && READERS.find(([, is]) => is(said))?.[0];
}
