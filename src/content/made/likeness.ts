import type { Localized } from '../../core/locale.ts';
import { hasHangul } from '../../language/hangul.ts';
import { wordsIn } from './names.ts';

/** What a text is compared by: of Hangul words each two syllables in a row (their endings differ), of others the words. */
function featuresOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of wordsIn(text)) {
    if (hasHangul(word)) for (let i = 0; i + 1 < word.length; i++) found.add(word.slice(i, i + 2));
    else found.add(/^[a-z]{3,}[^s]s$/.test(word) ? word.slice(0, -1) : word);
  }
  return found;
}

/** Compares one of these texts with all of them: how much of the shorter one stands in the other, 0 to 1. */
function compareTexts(texts: readonly string[]): (at: number) => number[] {
  const features = texts.map(featuresOf);
  const having = new Map<string, number[]>();
  for (const [i, own] of features.entries())
    for (const feature of own) {
      const others = having.get(feature);
      if (others) others.push(i);
      else having.set(feature, [i]);
    }
  // What many say (`이에요`, `an object that`) says little.
  const weigh = (feature: string): number => Math.log((texts.length + 1) / (having.get(feature)?.length ?? 1));
  const weights = features.map((own) => Array.from(own).reduce((sum, feature) => sum + weigh(feature), 0));
  return (at) => {
    const common = new Array<number>(texts.length).fill(0);
    for (const feature of features[at] ?? []) {
      const weight = weigh(feature);
      for (const other of having.get(feature) ?? []) common[other] = (common[other] ?? 0) + weight;
    }
    const own = weights[at] ?? 0;
    return common.map((weight, other) => weight / (Math.min(own, weights[other] ?? 0) || 1));
  };
}

/**
 * Compares one of these definitions with all of them: 0 where they have nothing in common, 1 where one says all that the
 * other does, in either language.
 */
export function compareDefinitions(definitions: readonly Localized[]): (at: number) => number[] {
  const korean = compareTexts(definitions.map(({ ko }) => ko));
  if (definitions.every(({ ko, en }) => ko === en)) return korean;
  const english = compareTexts(definitions.map(({ en }) => en));
  return (at) => {
    const other = english(at);
    return korean(at).map((likeness, i) => Math.max(likeness, other[i] ?? 0));
  };
}
