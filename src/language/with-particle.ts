/** How a word ends where it is said: in a vowel, in ㄹ, or in another consonant. */
type Ending = 'vowel' | 'rieul' | 'consonant';

/** A Hangul syllable's last sound. Syllables stand in order of their finals, 28 each (The Unicode Standard, 3.12). */
function endingOfSyllable(syllable: string): Ending {
  const final = (syllable.charCodeAt(0) - 0xac00) % 28;
  return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant';
}

/** 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; what stands for a zero after another digit (십, 백, 천, 만) ends as 영 does. */
const DIGITS = '영일이삼사오육칠팔구';
/** Letters said by their names that end in no vowel: 엘, 엠, 엔, 알. */
const LETTERS: Readonly<Record<string, Ending>> = { l: 'rieul', m: 'consonant', n: 'consonant', r: 'rieul' };
/** Signs that are said. */
const SIGNS: Readonly<Record<string, string>> = { '%': '퍼센트', '℃': '도', '°': '도', '&': '앤드', '+': '플러스' };

/** Endings of English words, as Koreans write them in Hangul, the more special first: kubelet 큐블릿, port 포트, node 노드. */
const ENGLISH: readonly (readonly [RegExp, Ending])[] = [
  [/(?:[aeiouy]|[^aeiouy])le$/, 'rieul'],
  [/[aeiouy][mn]e$/, 'consonant'],
  [/(?:type|template)$/, 'consonant'],
  [/[aeiouy]$/, 'vowel'],
  [/l$/, 'rieul'],
  [/(?:[mn]|ng)$/, 'consonant'],
  [/(?:^|[^aeiou])[aeiou]t$/, 'consonant'],
  [/out$/, 'consonant'],
  [/[aeiou](?:ck|k|pp?|b|c)$/, 'consonant'],
];

/** A word in Latin letters: an abbreviation (`IP`, `clusterIP`) letter by letter, any other as it is written in Hangul. */
function endingOfLatin(word: string): Ending {
  const isSpelled = /^[A-Z0-9]+$|[a-z][A-Z]{2,}$/.test(word) || !/[aeiouy]/i.test(word);
  if (isSpelled) return LETTERS[word.slice(-1).toLowerCase()] ?? 'vowel';
  return ENGLISH.find(([ending]) => ending.test(word.toLowerCase()))?.[1] ?? 'vowel';
}

/** Quotes, and the marks of code and bold type, are not said. */
const CLOSING = /[`'"’”*]/g;

/** How a text ends where it is read aloud: what stands in brackets or is no letter, digit or sign is passed over. */
function endingOf(text: string): Ending {
  const said = text
    .replace(/[%℃°&+]/g, (sign) => SIGNS[sign] ?? '')
    .replace(CLOSING, '')
    .trimEnd();
  const open = said.endsWith(')') ? said.lastIndexOf('(') : -1;
  const outside = open > 0 ? said.slice(0, open) : said;
  const word = outside.match(/[\p{L}\p{N}]+/gu)?.at(-1) ?? '';
  const last = word.slice(-1);
  if (/[가-힣]/.test(last)) return endingOfSyllable(last);
  if (/\d/.test(last)) return endingOfSyllable(DIGITS[Number(last)] ?? '영');
  return /[a-z]/i.test(last) ? endingOfLatin(word.match(/[A-Za-z0-9]+/g)?.at(-1) ?? last) : 'vowel';
}

/** Particles and endings in their two forms: after a consonant, after a vowel. */
export const PARTICLES = [
  '은/는',
  '이/가',
  '을/를',
  '과/와',
  '으로/로',
  '이나/나',
  '이랑/랑',
  '이라/라',
  '이라고/라고',
  '이라는/라는',
  '이라서/라서',
  '이란/란',
  '이면/면',
  '이에요/예요',
  '이었어요/였어요',
] as const;
export type Particle = (typeof PARTICLES)[number];

/** The form that a particle has after a text; see withParticle(). */
export function particleOf(text: string, particle: Particle): string {
  const [closed = '', open = ''] = particle.split('/');
  const ending = endingOf(text);
  // 로 also follows ㄹ: 서울로.
  const isOpen = ending === 'vowel' || (ending === 'rieul' && particle === '으로/로');
  return isOpen ? open : closed;
}

/**
 * A text with the particle that it takes where it is read aloud: `노드를`, `30을`, `10%를`, `kubelet은`, `파드(Pod)를`.
 * What cannot be said, such as a picture, takes the form after a vowel.
 */
export const withParticle = (text: string, particle: Particle): string => text + particleOf(text, particle);
