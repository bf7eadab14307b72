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

/** What people put behind one: `파드라고 생각해요`, `파드인 것 같아요`, `파드 입니다`, `파드 맞나요`. */
const BEHIND = [
  / ?(?:이?라고 (?:생각|봐|봅|알|배|해|하|불|부)|(?:인|일) ?(?:것|거|듯)|같|아닌가|아닐까|맞나|맞죠|맞지)(?: 같)?\S{0,12}$/,
  / ?(?:입니다|이에요|이예요|예요|에요|이요|이야|이다|이죠|이지요|인가요|일까요|이네요|네요|임|요)$/,
  /(?:이|가) ?(?:돼요|됩니다|되어요|될 거예요)$/,
  / (?:i think|maybe|i guess|please)$/,
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
