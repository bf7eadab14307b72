import { isFunctionWord } from '../language/function-words.ts';
import { doingOf, LOOKING } from '../language/verbs.ts';
import type { Mention } from './mentions.ts';

/** Words that only ask how something is done. */
const ASKING =
  /^(?:명령|커맨드|방법|방식|법|어떻|어케|어떡|하려면|하고싶|싶|가능|되나|돼|하는법|알려|옵션|동안|터미널|하나|한번|안$|못$|머임|모임$|까먹|뭐더|어쩌구|저쩌구|거시기|쫙$|쓱$|슥$|싹$|싹다$|확$|걍$|존나|졸라|겁나|쌤|치냐|친다|침$|[ㄱ-ㅎㅏ-ㅣ]+$)|^(?:commands?|how|way|kubectl|want|need|please|can|do|does|i|my|its|the|a|an|to|of|in|on|for|with|is|are|it|option|terminal|but|and|or)$/;
/** Words that ask for a way to do it: 방법, 명령어, 하려면. */
const HOW =
  /^(?:명령|커맨드|방법|법$|법이|법은|법을|법좀|어떻|어케|어떡|하려면|하고싶|싶|수$|순$|가능|없냐|없나|없음|ㅈㅂ|옵션|command|commands|how|want|cmd|[가-힣]+(?:려면|려고|는법|고싶|고시픔|고픔|고픈))/;
/** 보장하기: a task as a title has it. */
const TITLE = /[가-힣]{2}기$/;
/** Words that ask how a thing works, or what happens: nothing is to be done. */
const WORKS = /^(?:work|works|working|작동|동작|원리|생겨|생기|생길|생긴|일어나|일어날|벌어지|벌어져|happen|happens)/;
/** Last words of what describes a thing rather than asks for a way: `…를 지켜 주는 거`. */
const THING = /(?:거|것|애|놈|녀석|방식|기능|도구|장치|일꾼|프로그램)$/;
/** What makes the word before it the opposite; in English the word after it. */
const DENIED = {
  behind: /^(?:말고|말|않|없이|안하|못하|마세요|금지)/,
  before: /^(?:without|not|dont|don|never|안|못|no)$/,
} as const;

/** A word that tells what is to be done, or with what. */
export interface TaskWord {
  text: string;
  mention: Mention | undefined;
  /** The opposite is meant. */
  denied: boolean;
  /** See verbs.ts. */
  doing: number | undefined;
}

/** What a question, or a task's title, says of something to do. */
export interface TaskText {
  list: readonly TaskWord[];
  /** What is done but looking, a denied one with `!` before it. */
  doings: ReadonlySet<string>;
  /** It asks for a way. */
  how: boolean;
  /** It describes a thing. */
  describes: boolean;
  /** What it says has happened, 지워 버렸어요, or it tells of trouble, 접속이 안 돼요. */
  happened: boolean;
  /** It says that something is done or looked at. */
  does: boolean;
}

/** 지웠어요, 삭제했는데; but 지웠다가 다시. */
const PAST = /(?:[았었했됐렸웠겼졌]|deleted|removed)(?:어|는데|더니|습|네|음|다$|지|$)/;
/** What does not work. */
const TROUBLE = /^(?:안[되돼됨된됐]|못해|에러|오류|실패|먹통|느려|broken|fails?|failing|failed|error)/;
const isTrouble = (word: string, next: string): boolean =>
  TROUBLE.test(word) || (word === '안' && /^[되돼됨된됐]/.test(next)) || (word === 'not' && next === 'working');
/** What was not meant to be done. */
const LOST = /^(?:버렸|버려서|실수|accidentally|mistake)/;
/** 멈춘, 끝난, 도는, 쓰던: before the noun that it tells of. */
const ADNOMINAL = {
  test: (word: string): boolean => /[가-힣]$/.test(word) && (word.charCodeAt(word.length - 1) - 0xac00) % 28 === 4,
};
/** 지우는거 어케함: what is done, as a chat asks for it. */
const DOING = /[가-힣]는거$/;

/** An English sentence that begins with what is to be done. */
const isOrder = (word: string): boolean => /^[a-z]+$/.test(word) && doingOf(word) !== undefined;

/** The words of a phrase or a question that tell what is to be done with what. */
export function readTask(list: readonly string[], mentions: readonly Mention[]): TaskText {
  const named: (Mention | undefined)[] = list.map(() => undefined);
  for (const mention of mentions) named.fill(mention, mention.from, mention.to);
  const told = list.flatMap((text, at) => {
    const mention = named[at];
    // 지워도 괜찮아: what may happen is not what is to be done.
    const doing = mention === undefined && !/[가-힣]도$/.test(text) ? doingOf(text) : undefined;
    if (mention === undefined && doing === undefined && (isFunctionWord(text) || ASKING.test(text) || /^\d/.test(text)))
      return [];
    if (mention !== undefined && mention.from !== at) return [];
    const denied = DENIED.behind.test(list[at + 1] ?? '') || DENIED.before.test(list[at - 1] ?? '');
    return [{ text, mention, denied, doing }];
  });
  // 멈춘 크론잡 다시 켜기: what only tells which one is meant is not to be done.
  const isLast = (at: number): boolean => !told.slice(at + 1).some(({ doing }) => doing !== undefined);
  const meant = told.map((word, at) =>
    ADNOMINAL.test(word.text) && !isLast(at) ? { ...word, doing: undefined } : word,
  );
  const doings = meant.flatMap(({ doing, denied }) =>
    doing === undefined || doing === LOOKING ? [] : `${denied ? '!' : ''}${doing}`,
  );
  return {
    list: meant,
    doings: new Set(doings),
    how:
      (list.some((word) => HOW.test(word)) ||
        TITLE.test(list.at(-1) ?? '') ||
        list.slice(0, -1).some((word) => DOING.test(word)) ||
        isOrder(list[0] ?? '')) &&
      !THING.test(list.at(-1) ?? '') &&
      !list.some((word) => WORKS.test(word)),
    happened:
      told.some(({ text, doing }) => doing !== undefined && doing !== LOOKING && PAST.test(text)) ||
      list.some((word) => LOST.test(word)) ||
      (!list.some((word) => HOW.test(word)) && list.some((word, at) => isTrouble(word, list[at + 1] ?? ''))),
    describes: THING.test(list.at(-1) ?? ''),
    does: told.some(({ doing }) => doing !== undefined) && !list.some((word) => WORKS.test(word)),
  };
}

/** Is there anything to do in it? A name alone, or several, asks what it is. */
export const asksForTask = ({ list, how, does }: TaskText): boolean =>
  (how || does || !list.every(({ mention }) => mention !== undefined)) && list.length >= (how ? 1 : 2);
