import { readWordLines } from './word-lines.ts';

const [whole, parts] = [new Set<string>(), new Set<string>()];
for (const word of readWordLines('unfit-names.txt').flat())
  if (word.startsWith('=')) whole.add(word.slice(1).toLowerCase());
  else parts.add(word.toLowerCase());

/** Signs and digits that stand for letters: `sh1t`, `f*ck` is read as `fck`. */
const LOOKS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Letters alone, in lower case. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** Is a name one that a teacher would not want on the wall of a class? See unfit-names.txt. */
export function isUnfitName(name: string): boolean {
  const looked = Array.from(name, (letter) => LOOKS[letter] ?? letter).join('');
  const forms = [lettersOf(name), lettersOf(looked)];
  return forms.some((form) => whole.has(form) || Array.from(parts).some((part) => form.includes(part)));
}
