import { readWordLines } from './word-lines.ts';

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

const [whole, parts] = [new Set<string>(), new Set<string>()];
for (const word of readWordLines('unfit-names.txt').flat())
  if (word.startsWith('=')) whole.add(lettersOf(word));
  else parts.add(lettersOf(word));

/** Surnames of one syllable, which most Korean names begin with. */
const SURNAMES =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥](?=.{2})/u;

/** `fuuuck` -> `fuck`. */
const once = (form: string): string =>
  Array.from(form)
    .filter((letter, i, all) => letter !== all[i - 1])
    .join('');

/** Is a name one that a teacher would not want on the wall of a class? See unfit-names.txt. */
export function isUnfitName(name: string): boolean {
  const looked = Array.from(name, (letter) => LOOKS[letter] ?? letter).join('');
  const letters = [lettersOf(name), lettersOf(looked)];
  // Of letters that are drawn out (`fuuuck`) one counts.
  const forms = [...letters, ...letters.map((form) => once(form))];
  const isWhole = (form: string): boolean => whole.has(form) || whole.has(form.replace(SURNAMES, ''));
  return forms.some((form) => isWhole(form) || Array.from(parts).some((part) => form.includes(part)));
}
