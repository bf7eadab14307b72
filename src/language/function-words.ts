import { memoize } from './memoize.ts';
import { isParticle, nouns } from './particles.ts';
import { readWordLines } from './word-lines.ts';

/** Words that ask, join or fill and say nothing of what is asked for. */
const KOREAN_STARTS =
  /^(?:뜻|뭐|뭔|뭘|뭣|뭡|머하|머야|머임|모야|무엇|무슨|무어|어떻|어떤|어케|어떡|어째|왜|언제|어디|어느|얼마|알려|설명|가르|갈켜|궁금|말해|말하|보여|소개|부탁|이해|모르|몰라|헷갈|그럼|근데|그러|그래|그게|그거|그냥|이거|이게|저거|저게|이런|저런|요즘|제발|제가|저는|나는|내가|우리|선생|교수|질문|아시|아는|알고|알아야|해줘|해주|해봐|주세|줘|줄래|주실|달라|다른|다르|대해|대한|관해|관한|관련|하나요|합니|할까|했|했나|한가요|될까|됐는|됐나|됐어|됐죠|되나|됩니까|인가|입니|예요|이에요|이야|건가|거야|거지|거임|건지|나요|까요|필요|쓰는|쓰나|쓰이|쓰게|쓰고|쓰려|쓰지|쓰던|쓰죠|쓸까|써야|쓰면|쓰임|하는[거게건지]|해야|하죠|하지|하냐|하니|해요|되는|되나|되죠|될까|뜨는|뜨나|주나|주는|주죠|주면|좋|나아|나은|나을|있는|있나|있죠|있던|있었|인건|거임|겁니|것이|그렇|이렇|저렇|뭐뭐|시험|숙제|과제|나온대|나온다|아니(?:[^면]|$)|아님|아닌|ㅇ?ㅋ+$|ㅎ+$|ㅠ+$|ㅜ+$)/;

const WORDS: ReadonlySet<string> = new Set(readWordLines('function-words.txt').flat());

function saysNothing(word: string): boolean {
  if (WORDS.has(word) || KOREAN_STARTS.test(word)) return true;
  if (isParticle(word) || /^\d+$/.test(word)) return true;
  // 이유가, 방법을: a word of the list with a particle; one syllable may be a noun's beginning.
  return nouns(word).some((noun) => noun.length > 1 && WORDS.has(noun));
}

const REMEMBERED = 50_000;

/** Says nothing of what is asked for. A name may look so (`kind`, `역할`): look names up first. */
export const isFunctionWord: (word: string) => boolean = memoize(saysNothing, REMEMBERED);

/** Two are named after `between`, the first of which counts: from each of many the whole text would be looked through. */
const namesBetween = (text: string): boolean =>
  / and /i.test(/between .+/i.exec(text)?.[0].slice('between .'.length) ?? '');

/** Does the question set two things beside each other? */
export function asksToCompare(text: string): boolean {
  return (
    namesBetween(text) ||
    /차이|비교|달라(?:[^고는졌져지]|$)|다름|다른\s*(?:점|거|게|건|지|가|데요)|다르|다를|구분|구별|관계(?!\s*없)|상관(?!\s*없)|중에\s*(?:뭐|뭘|어|무)|[뭐어느떤]\s*(?:게|가|거|쪽이|것이)\s*(?:더|나[은음]|낫)|which (?:one|of|is)|\bvs\b|versus|differ|compar|relat|same (?:thing )?as|장단점|헷갈|confus/i.test(
      text,
    )
  );
}

/** Words between two names, or at the end of the first, that put them side by side: `카나리랑 블루그린`, `canary or blue-green`. */
const JOINS = /^(?:와|과|대|랑|이랑|하고|아니면|또는|vs|versus|and|or)$/;
const JOINED = /[가-힣](?:와|과|랑|하고|이냐|냐)$/;

/** Does the word join the name that it ends, or stands after, to the next one? */
export const joinsNames = (word: string): boolean => JOINS.test(word) || JOINED.test(word);

/**
 * Does a word end as Korean verbs and adjectives do in a question? Such a word, when nobody knows it, says less than
 * an unknown noun: `뜨는거예요` may be asked of anything, `피부과` is about something else.
 */
export const looksLikeVerb = (word: string): boolean =>
  /는거[야임예]/.test(word) ||
  /(?:[아어여해돼와워져려켜]요?|[나까]요|는[거게데지가]?|[려으리지나치기시가오서우쓰]면|하게|되게|[하되]고|었던|았던|하던|[냐니죠지]요?|니까|다고|려고|도록|어서|아서|해서|내서|려서|져서|와서|워서|켜서|[던는은ㄴ]데도?|다던데|[대래네]요|거든요?|잖아요?|구나|답니다|습니다|입니다|겠다|려나)$/.test(
    word,
  );
