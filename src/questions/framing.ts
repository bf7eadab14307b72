import { normalize } from '../language/normalize.ts';

/** Characters of a typed answer that are read. */
const LONGEST = 200;
/** An answer is read in so many ways at most. */
const READINGS = 24;

/** What people put before an answer, which has single spaces: `아마 파드`, `정답은 파드`, `답: 파드`, `it is a Pod`. */
const BEFORE = [
  /^[$#] /,
  /^(?:음+|어+|아마도?|혹시|그냥|저는|제 생각에는?|제가 보기에는?)[ ,.…]+/,
  /^(?:제 |내 )?(?:정답|답)은?(?: ?: ?| )/,
  /^(?:i think|maybe|probably|perhaps|answer:) /,
  /^(?:it is|it['’]s|this is|the answer is) /,
  /^(?:an?|the) /,
];

/** What becomes of an answer, as people end a sentence: `festival에 있어요`, `3개로 늘려요`, `-c web을 붙여요`. */
const VERB =
  / (?:(?:있어|나와|보여|생겨|걸려|받아|써|적어|붙여|넣어|더해|바뀌어|바꿔|늘려|늘어|줄여|남아|기다려|가|읽어|읽혀|돌아와|돌아가|적용돼|들어가|맞춰|모자라|부족해|지워져|떠)요|(?:있습|나옵|보입|생깁|걸립|받습|씁|적습|붙입|넣습|더합|바뀝|바꿉|늘립|줄입|남습|기다립|갑|읽습|읽힙|적용됩|뜹)니다)$/;

/** What kind of thing an answer is: `crictl 명령`, `finalizers 필드`. */
const KIND = / (?:(?:하위 )?명령어?|필드|옵션|플래그|(?:sub)?command|field|option|flag)(?:에서?|으?로|[이가을를])?$/;

/** What people put behind one: `파드라고 생각해요`, `파드인 것 같아요`, `파드 입니다`, `파드 맞나요`. */
const BEHIND = [
  VERB,
  / ?(?:이?라고 (?:생각|봐|봅|알|배|해|하|불|부)|(?:인|일) ?(?:것|거|듯)|같|아닌가|아닐까|맞나|맞죠|맞지)(?: 같)?\S{0,12}$/,
  / ?(?:입니다|이에요|이예요|예요|에요|이요|이야|이다|이죠|이지요|인가요|일까요|이네요|네요|임|요)$/,
  /(?:이|가) ?(?:돼요|됩니다|되어요|될 거예요)$/,
  / (?:i think|maybe|i guess|please)$/,
  KIND,
];

const withoutEnd = (text: string): string => text.replace(/(?<![ .,!?~…;])[ .,!?~…;]+$/, '');

/** `` `파드` ``, `“None”` without the quotes around it. */
const unquoted = (text: string): string => /^["'`“‘](.+)["'`”’]$/.exec(text)?.[1] ?? text;

const bare = (text: string): string => unquoted(withoutEnd(text.trim()));

/**
 * An answer, folded and in lower case, in all the ways in which it may be meant: as it was typed first, but for the full
 * stop, then without the words that people put around one.
 */
export function answerReadings(answer: string): string[] {
  let found = [bare(normalize(answer).slice(0, LONGEST).toLowerCase())];
  for (const around of [...BEFORE, ...BEHIND]) {
    const shorter = found.map((one) => bare(one.replace(around, ''))).filter((one) => one !== '');
    found = Array.from(new Set([...found, ...shorter])).slice(0, READINGS);
  }
  return found;
}
