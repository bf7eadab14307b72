import { hasHangul, jamo } from './hangul.ts';
import { nouns, singulars } from './particles.ts';

/** Keystrokes that every entry which is a beginning has. */
const LEAST = 3;

/** What a word is without particles or plural, the word itself first. */
export const forms = (word: string): string[] => (hasHangul(word) ? nouns(word) : singulars(word));

/**
 * The line that a word stands in. Each entry of a line is how a word begins, Hangul by keystroke; one syllable, Latin
 * letters and digits are a whole word.
 */
export function indexLines(lines: readonly (readonly string[])[]): (word: string) => number | undefined {
  const whole = new Map<string, number>();
  const begun = new Map<string, { keys: string; line: number }[]>();
  lines.forEach((entries, line) => {
    for (const entry of entries) {
      const keys = jamo(entry);
      if (!hasHangul(entry) || entry.length === 1) whole.set(entry, line);
      else begun.set(keys.slice(0, LEAST), [...(begun.get(keys.slice(0, LEAST)) ?? []), { keys, line }]);
    }
  });
  for (const list of begun.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return (word) => {
    for (const form of forms(word)) {
      const line = whole.get(form);
      if (line !== undefined) return line;
    }
    const keys = jamo(word);
    return begun.get(keys.slice(0, LEAST))?.find((entry) => keys.startsWith(entry.keys))?.line;
  };
}
