export interface Options {
  /** Values of each option in order: '' of one without a value. */
  options: ReadonlyMap<string, readonly string[]>;
  words: readonly string[];
  /** The option that is not known. */
  wrong: string | undefined;
}

/**
 * Reads options as `getopt_long` does: `letters` as `n:q` has `-n VALUE` and `-q`, `names` as `header:` has `--header VALUE`.
 * `isStrict` ends at the first word, as programs read that run another.
 */
export function readOptions(
  argv: readonly string[],
  letters: string,
  names: readonly string[] = [],
  isStrict = false,
): Options {
  const options = new Map<string, string[]>();
  const words: string[] = [];
  const add = (name: string, value: string): void =>
    void options.set(name, [...(options.get(name) ?? []).slice(-99), value]);
  const wants = (letter: string): boolean => letters[letters.indexOf(letter) + 1] === ':';
  for (let i = 1; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') {
      words.push(...argv.slice(i + 1));
      break;
    }
    if (word.startsWith('--')) {
      const [name = '', value] = word.slice(2).split(/=(.*)/s, 2);
      if (names.includes(name)) add(name, '');
      else if (names.includes(`${name}:`)) add(name, value ?? argv[++i] ?? '');
      else return { options, words, wrong: name };
      continue;
    }
    if (!word.startsWith('-') || word === '-') {
      if (isStrict) {
        words.push(...argv.slice(i));
        break;
      }
      words.push(word);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? '';
      if (letter === ':' || !letters.includes(letter)) return { options, words, wrong: letter };
      if (!wants(letter)) add(letter, '');
      else {
        const value = word.slice(at + 1) || argv[++i];
        if (value === undefined) return { options, words, wrong: letter };
        add(letter, value);
        break;
      }
    }
  }
  return { options, words, wrong: undefined };
}
