import { KubectlError } from './errors.ts';

/**
 * A flag of a command. `value`: it takes one; `bool`: it is on or off; `list`: it may come several times, and has commas
 * between values; `array`: it may come several times. `bare` is its value where it stands without one.
 */
export interface Flag {
  name: string;
  short?: string;
  type: 'value' | 'bool' | 'list' | 'array' | 'int';
  bare?: string;
}

/** Flags as they were given, by name. */
export interface Given {
  /** The value of a flag; undefined where it was not given. */
  value(name: string): string | undefined;
  is(name: string): boolean;
  /** Was it given, with whatever value? */
  has(name: string): boolean;
  all(name: string): readonly string[];
  int(name: string): number | undefined;
}

export interface Parsed {
  args: string[];
  given: Given;
  /** How many words came before `--`; undefined where there is none. */
  dash: number | undefined;
}

const boolean = (value: string): boolean | undefined =>
  ['1', 't', 'T', 'TRUE', 'true', 'True'].includes(value)
    ? true
    : ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(value)
      ? false
      : undefined;

/**
 * Words -> flags and arguments, as pflag reads them; with `inOrder` the first argument ends the flags. Errors are in its
 * words. @throws KubectlError
 */
export function readFlags(words: readonly string[], flags: readonly Flag[], path: string): Parsed {
  const refuse = (why: string): never => {
    throw new KubectlError(
      `error: ${why}\nSee 'kubectl ${path} --help' for usage.`.replace('kubectl  --', 'kubectl --'),
    );
  };
  const byName = new Map(flags.map((flag) => [flag.name, flag]));
  const byShort = new Map(flags.flatMap((flag) => (flag.short === undefined ? [] : [[flag.short, flag] as const])));
  const values = new Map<string, string[]>();
  const args: string[] = [];
  let dash: number | undefined;

  function take(flag: Flag, value: string, called: string): void {
    if (flag.type === 'bool' && boolean(value) === undefined)
      refuse(`invalid argument "${value}" for "${called}" flag: strconv.ParseBool: parsing "${value}": invalid syntax`);
    if (flag.type === 'int' && !/^[+-]?\d+$/.test(value))
      refuse(`invalid argument "${value}" for "${called}" flag: strconv.ParseInt: parsing "${value}": invalid syntax`);
    const before = values.get(flag.name) ?? [];
    if (flag.type === 'list') values.set(flag.name, [...before, ...value.split(',')]);
    else values.set(flag.name, flag.type === 'array' ? [...before, value] : [value]);
  }
  const bareOf = ({ type, bare }: Flag): string | undefined => bare ?? (type === 'bool' ? 'true' : undefined);
  const calledOf = ({ name, short }: Flag): string => (short === undefined ? `--${name}` : `-${short}, --${name}`);

  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      dash = args.length;
      args.push(...words.slice(at + 1));
      break;
    }
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      const flag = byName.get(name) ?? refuse(`unknown flag: --${name}`);
      const value = equals < 0 ? (bareOf(flag) ?? words[++at]) : word.slice(equals + 1);
      take(flag, value ?? refuse(`flag needs an argument: --${name}`), calledOf(flag));
    } else if (word.startsWith('-') && word !== '-') {
      let rest = word.slice(1);
      while (rest !== '') {
        const letter = rest[0] ?? '';
        const flag = byShort.get(letter) ?? refuse(`unknown shorthand flag: '${letter}' in -${rest}`);
        const after = rest.slice(1);
        const bare = bareOf(flag);
        if (after.startsWith('=')) take(flag, after.slice(1), calledOf(flag));
        else if (bare !== undefined) take(flag, bare, calledOf(flag));
        else {
          const value = after === '' ? words[++at] : after;
          take(flag, value ?? refuse(`flag needs an argument: '${letter}' in -${rest}`), calledOf(flag));
        }
        rest = bare !== undefined && !after.startsWith('=') ? after : '';
      }
    } else args.push(word);
  }
  const value = (name: string): string | undefined => values.get(name)?.at(-1);
  const given: Given = {
    value,
    is: (name) => boolean(value(name) ?? 'false') === true,
    has: (name) => values.has(name),
    all: (name) => values.get(name) ?? [],
    int: (name) => (values.has(name) ? Number(value(name)) : undefined),
  };
  return { args, given, dash };
}
