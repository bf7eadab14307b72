import { memoize } from './memoize.ts';
import { isParticle, nouns } from './particles.ts';

/** Words that ask, join or fill and say nothing of what is asked for. */
const KOREAN_STARTS =
  /^(?:뜻|뭐|뭔|뭘|뭣|뭡|머하|머야|머임|모야|무엇|무슨|무어|어떻|어떤|어케|어떡|어째|왜|언제|어디|어느|얼마|알려|설명|가르|갈켜|궁금|말해|말하|보여|소개|부탁|이해|모르|몰라|헷갈|그럼|근데|그러|그래|그게|그거|그냥|이거|이게|저거|저게|이런|저런|요즘|제발|제가|저는|나는|내가|우리|선생|교수|질문|아시|아는|알고|알아야|해줘|해주|해봐|주세|줘|줄래|주실|달라|다른|다르|대해|대한|관해|관한|관련|하나요|합니|할까|했|했나|한가요|될까|됐는|됐나|됐어|됐죠|되나|됩니까|인가|입니|예요|이에요|이야|건가|거야|거지|거임|건지|나요|까요|필요|쓰는|쓰나|쓰이|쓰게|쓰고|쓰려|쓰지|쓰던|쓰죠|쓸까|써야|쓰면|쓰임|하는[거게건지]|해야|하죠|하지|하냐|하니|해요|되는|되나|되죠|될까|뜨는|뜨나|주나|주는|주죠|주면|좋|나아|나은|나을|있는|있나|있죠|있던|있었|인건|거임|겁니|것이|그렇|이렇|저렇|뭐뭐|시험|숙제|과제|나온대|나온다|아니(?:[^면]|$)|아님|아닌|ㅇ?ㅋ+$|ㅎ+$|ㅠ+$|ㅜ+$)/;

const KOREAN = new Set(
  (
    '뜻 의미 개념 정의 내용 차이 차이점 비교 비유 관계 예시 예제 예 역할 용도 방법 방식 법 이유 장점 단점 장단점 특징 종류 간단히 간단하게 쉽게 자세히 좀 더 또 또는 및 ' +
    '것 것들 거 거들 게 건 걸 일 일이 일을 일은 수 때 때는 점 중 쪽 등 듯 데 뿐 하는 하는거 하는거야 하는데 하기 하면 하고 해서 해요 해 하다 한다 할 함 한 된 되는 되면 돼 돼요 되게 되고 됨 됐 될 있는 있나 있어 있어요 있나요 있을 있으면 있게 없나 없이 ' +
    '그리고 혹시 진짜 정말 너무 아주 엄청 매우 굉장히 완전 훨씬 도대체 대체 일단 사실 제일 가장 굳이 꼭 바로 제대로 이 그 저 이란 란 라는 이라는 라는게 뭐 왜 쓰는 쓰나 써 써요 쓰 쓰이는 쓰여 쓰나요 쓸 사용 사용법 사용하는 사용해 사용하나요 필요 필요한 필요해 필요해요 이랑 랑 하고 와 과 같은 같이 거예요 건데 ' +
    '부분 다시 한번 애 애야 애예요 얘 걔 녀석 둘 둘다 말 말이 얘기 이야기 개 가 는 은 를 을 도 의 에 에서 로 으로 만 요 이요 님 쌤 사이 사이의 서로 vs 대'
  ).split(' '),
);

const ENGLISH = new Set(
  (
    'a an the of to in on at for from by with as is are was be been do does did done how what whats which who why when where can could should would will may might i me my we us our you your it its this that these those there they them ' +
    'word words tell explain show describe define give please about mean means meaning definition difference differences different between vs versus compare comparison and or not no so if then than use used uses using work works working need needs example examples ' +
    'really very actually quite much without anything doing goes going go me too also only even still like thing things something stuff someone kind sort way get gets got have has let lets make makes just some any all into up out one s t m re'
  ).split(' '),
);

function saysNothing(word: string): boolean {
  if (KOREAN.has(word) || ENGLISH.has(word) || KOREAN_STARTS.test(word)) return true;
  if (isParticle(word) || /^\d+$/.test(word)) return true;
  // 이유가, 방법을: a word of the list with a particle; one syllable may be a noun's beginning.
  return nouns(word).some((noun) => noun.length > 1 && KOREAN.has(noun));
}

const REMEMBERED = 50_000;

/** Says nothing of what is asked for. A name may look so (`kind`, `역할`): look names up first. */
export const isFunctionWord: (word: string) => boolean = memoize(saysNothing, REMEMBERED);

/** Does the question set two things beside each other? */
export function asksToCompare(text: string): boolean {
  return /차이|비교|달라(?:[^고는졌져지]|$)|다름|다른\s*(?:점|거|게|건|지|가|데요)|다르|다를|구분|구별|관계|상관|중에\s*(?:뭐|뭘|어|무)|\bvs\b|versus|differ|compar|between|relat/i.test(
    text,
  );
}

/** Words between two names, or at the end of the first, that put them side by side: `카나리랑 블루그린`, `canary or blue-green`. */
const JOINS = /^(?:와|과|랑|이랑|하고|아니면|또는|vs|versus|and|or)$/;
const JOINED = /[가-힣](?:와|과|랑|하고)$/;

/** Does the word join the name that it ends, or stands after, to the next one? */
export const joins = (word: string): boolean => JOINS.test(word) || JOINED.test(word);

/**
 * Does a word end as Korean verbs and adjectives do in a question? Such a word, when nobody knows it, says less than
 * an unknown noun: `뜨는거예요` may be asked of anything, `피부과` is about something else.
 */
export const looksLikeVerb = (word: string): boolean =>
  /는거[야임예]/.test(word) ||
  /(?:[아어여해돼와워져려켜]요?|[나까]요|는[거게데지가]?|[려으리지나치기시가오서우쓰]면|하게|되게|[하되]고|었던|았던|하던|[냐니죠지]요?|니까|다고|려고|도록|어서|아서|해서|내서|려서|져서|와서|워서|켜서|[던는은ㄴ]데도?|다던데|[대래네]요|거든요?|잖아요?|구나|답니다|습니다|입니다|겠다|려나)$/.test(
    word,
  );
