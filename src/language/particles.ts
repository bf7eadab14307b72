/** Particles and copulas that follow a noun, several of them run together where people do so. */
const ENDINGS = (
  '이라는게 이라는건 이라는데 이라는 이라고 이라면 이라서 이라도 이라던데 이라길래 이라며 이란게 이란건 이란거 이란 이랑은 이랑 이나 이며 이고 이면 이지 입니까 인가요 인가 인지 인데 인거 ' +
  '이에요 이예요 예요 에요 이야 이죠 입니다 일까요 일까 이냐 이래 이었 였 냐 래 이야말로 야말로 ' +
  '라는게 라는건 라는데 라는 라고 라면 라서 라도 라던데 라길래 라며 란게 란건 란거 란 랑은 랑 하고는 하고 에서의 에선 에서는 에서도 에서만 에서 에게서 에게 에다가는 에다가 에다 에는 엔 에도 에만 에 ' +
  '한테서 한테 께서 으로서 으로써 으로는 으로도 으로만 으로부터 로부터 으로 로서 로써 로는 로도 로만 로 까지는 까지 부터는 부터 처럼 같은 같이 보다는 보다 마다 조차 밖에 마저 뿐 ' +
  '들끼리 들이랑 들에게 들한테 들에서 들은 들이 들을 들의 들도 들과 들만 들 끼리 만의 만은 만을 만이 만 도 은 는 이 가 을 를 과의 과는 과 와의 와는 와 의 야 요 나 며 고 면 죠 지 네'
).split(' ');

/** The endings by their last syllable: a word is only held against those it can end in. */
const byLast = Map.groupBy(ENDINGS, (ending) => ending.at(-1));

/** How many of them may stand behind each other: 파드들 + 에서 + 도. */
const STACKED = 3;
/** What is left of a word with several of them: one syllable would be anything. */
const LEAST = 2;

/** More syllables are no run of particles: from each of them it could be read in several ways. */
const LONGEST = 8;

/** What stands before one of the endings; at least one syllable. */
const withoutEnding = (word: string): string[] =>
  (byLast.get(word.at(-1)) ?? [])
    .filter((ending) => word.length > ending.length && word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length));

/**
 * The noun a Korean word may be, most likely first: the word itself, then without its particles
 * (`파드가` -> `파드가`, `파드`; `파드들에서도` -> …, `파드`). At least one syllable is left, and two of a word with several
 * particles.
 */
export function nouns(word: string): string[] {
  const found = [word];
  let last = found;
  for (let count = 0; count < STACKED && last.length > 0; count++) {
    const least = count === 0 ? 1 : LEAST;
    last = last.flatMap(withoutEnding).filter((noun) => noun.length >= least && !found.includes(noun));
    found.push(...new Set(last));
  }
  return found;
}

/** What begins a run of particles: 들 + 에서 + 도; 만 + 들 would be a verb. */
const isFirst = (ending: string): boolean => ending.length > 1 || ending === '들';

/** Nothing but particles, as stands after a Latin word: `pod들에서도` -> `pod`, `들에서도`. */
export const isParticle = (word: string): boolean =>
  word.length <= LONGEST &&
  (byLast.get(word.at(-1)) ?? []).some((ending) => {
    const head = word.slice(0, -ending.length);
    return word === ending || (word.endsWith(ending) && isFirst(head) && isParticle(head));
  });

/** English singulars a word may be, most likely first, the word itself included: `ingresses` -> …, `ingress`. */
export function singulars(word: string): string[] {
  const found = [word];
  if (word.length > 3 && word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) found.push(word.slice(0, -2));
  if (word.length > 2 && /[^s]s$/.test(word)) found.push(word.slice(0, -1));
  return found;
}
