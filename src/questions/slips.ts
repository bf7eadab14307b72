import { distance, slips } from '../language/distance.ts';
import { jamo } from '../language/hangul.ts';

const digits = (text: string): string => text.replace(/\D+/g, '');

const sorted = (text: string): string => Array.from(text).sort().join('');

/** Keystrokes of a short word: one other letter makes another one (spring, string; label, cable). */
const SHORT = 6;

/** The letters of `text` that `other` has not, each as often as it has more of them. */
function without(text: string, other: string): string[] {
  const left = Array.from(other);
  return Array.from(text).filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const isDoubled = (letter: string, text: string): boolean => text.includes(letter + letter);

/**
 * Can letters of the Latin alphabet have got lost or in by mistake? Two that are foreign make another word (className
 * for claimName, supervisor for hypervisor). In a short one it is a vowel or half of a double letter (labl, aply).
 */
function isLatinSlip(given: string, wanted: string): boolean {
  // A plural's s is none of the name.
  if (`${given}s` === wanted || given === `${wanted}s`) return true;
  const extra = without(given, wanted);
  const missing = without(wanted, given);
  if (extra.length > 1 || extra.length + missing.length > 2) return false;
  if (wanted.length > SHORT) return true;
  const isVowel = (letter: string): boolean => /[aeiou]/.test(letter);
  return (
    extra.every((letter) => isVowel(letter) || (missing.length === 0 && isDoubled(letter, given))) &&
    missing.every((letter) => isVowel(letter) || (extra.length === 0 && isDoubled(letter, wanted)))
  );
}

/**
 * Is `answer` a slip of `name`, of `most` keystrokes? Another number never is (8081 for 8080), nor a word that lacks a
 * whole piece or has one more in front (cordon for uncordon, 컨테이너 for 컨테이너드).
 */
export function isSlip(answer: string, name: string, most = 3): boolean {
  if (answer === name) return true;
  if (digits(answer) !== digits(name)) return false;
  const given = jamo(answer);
  const wanted = jamo(name);
  if (wanted.length - given.length > 1 && (wanted.startsWith(given) || wanted.endsWith(given))) return false;
  if (given.length - wanted.length > 1 && given.endsWith(wanted)) return false;
  // Of four keystrokes another one makes another word (node, none; 노드, 코드); two that changed places do not.
  if (wanted.length === 4 && given.length === 4 && sorted(given) !== sorted(wanted)) return false;
  if (/^[a-z\d]+$/.test(name) && !isLatinSlip(given, wanted)) return false;
  const allowed = Math.min(most, slips(wanted.length));
  return distance(given, wanted, allowed) <= allowed;
}
