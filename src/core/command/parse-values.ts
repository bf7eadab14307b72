import { normalize, withoutMargins } from '../../language/normalize.ts';
import { UserError } from '../errors.ts';
import type { Callable } from './command.ts';
import type { FileText } from './files.ts';
import type { Args, Option, Options } from './options.ts';
import { readValue } from './parse-options.ts';
import { noSuchOption, refuseMissing } from './refusals.ts';
import type { Values } from './route.ts';

type Given = Values<FileText>[string];

/** What is said back of it: of a file, its name. */
const shownAs = (value: Given): string => normalize(typeof value === 'object' ? value.name : String(value));

function valueFor(option: Option, value: Given): string | number | FileText | undefined {
  if (option.type === 'file') return typeof value === 'object' ? value : undefined;
  if (typeof value === 'object') return undefined;
  const isAsTyped = option.type === 'text' && option.asTyped;
  return readValue(option, isAsTyped ? withoutMargins(String(value)) : normalize(String(value)));
}

/**
 * The values of an invocation -> arguments, each read as the same words after `name:` of a typed line are.
 * @throws UserError as parseWords() does.
 */
export function parseValues(callable: Callable, values: Values<FileText>): Args<Options> {
  const given = Object.entries(values).filter(([, value]) => typeof value === 'object' || shownAs(value) !== '');
  const byName = new Map(given);
  const args = Object.fromEntries(
    Object.entries(callable.options).map(([name, option]) => {
      const value = byName.get(name);
      return [name, value === undefined ? undefined : valueFor(option, value)];
    }),
  );
  refuseMissing(callable, args);
  // The platform may still have an older declaration.
  const unknown = given.filter(([name]) => !Object.hasOwn(callable.options, name));
  if (unknown.length > 0)
    throw noSuchOption(callable, unknown.map(([name, value]) => `${name}:${shownAs(value)}`).join(' '));
  return args;
}

/** What is wrong with each of an invocation's values by itself, by their names, for a form that says it beside them. */
export function refusedValues(
  { options }: Pick<Callable, 'options'>,
  values: Values<FileText>,
): Map<string, UserError> {
  const refused = new Map<string, UserError>();
  for (const [name, option] of Object.entries(options)) {
    const value = values[name];
    if (value === undefined || shownAs(value) === '') continue;
    try {
      valueFor(option, value);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.set(name, error);
    }
  }
  return refused;
}
