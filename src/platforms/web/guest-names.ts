import { type Locale, localized } from '../../core/locale.ts';
import { normalize } from '../../language/normalize.ts';
import { isUnfitName } from '../../language/unfit-names.ts';
import { WEB } from './limits.ts';

/** Words of which a name is made for one who has none in mind. */
const made = localized({
  ko: {
    how: [
      '배고픈',
      '느긋한',
      '반짝이는',
      '씩씩한',
      '졸린',
      '궁금한',
      '부지런한',
      '수줍은',
      '즐거운',
      '용감한',
      '폭신한',
      '재빠른',
    ],
    who: ['고래', '수달', '펭귄', '다람쥐', '고슴도치', '부엉이', '너구리', '거북이', '문어', '두루미', '판다', '여우'],
  },
  en: {
    how: ['Hungry', 'Easy', 'Shiny', 'Brave', 'Sleepy', 'Curious', 'Busy', 'Shy', 'Happy', 'Bold', 'Fluffy', 'Swift'],
    who: [
      'Whale',
      'Otter',
      'Penguin',
      'Squirrel',
      'Hedgehog',
      'Owl',
      'Raccoon',
      'Turtle',
      'Octopus',
      'Crane',
      'Panda',
      'Fox',
    ],
  },
});

/** A name for a guest: `배고픈 고래`. `random`: 0 <= n < 1. */
export function makeName(locale: Locale, random: () => number): string {
  const { how, who } = made(locale);
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  return `${one(how)} ${one(who)}`;
}

/** A name that chats would make into a link. */
const looksLikeLink = (name: string): boolean => /:\/\/|www\.|\w\.[a-z]{2,}/i.test(name);

/** Letters that Koreans, and students from elsewhere, have in their names; marks in heaps and letters as wide as a word are none. */
const isDrawing = (name: string): boolean =>
  /\p{M}{3}/u.test(name) ||
  /[^\p{Script=Hangul}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Thai}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]/u.test(
    name,
  ) ||
  (/\p{Script=Latin}/u.test(name) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name));

/** A name as a class sees it, or why it is none. */
export function readName(typed: string): { name: string } | { why: 'empty' | 'long' | 'unfit' } {
  // Invisible letters are none, such as a Hangul filler.
  const name = normalize(typed);
  if (!/[\p{L}\p{N}]/u.test(name)) return { why: 'empty' };
  if (Array.from(name).length > WEB.name) return { why: 'long' };
  return isUnfitName(name) || looksLikeLink(name) || isDrawing(name) ? { why: 'unfit' } : { name };
}
