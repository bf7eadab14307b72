import { normalize } from '../../language/normalize.ts';
import type { Callable } from './command.ts';
import type { Args, Options } from './options.ts';
import { readValue } from './parse-options.ts';
import { leftOver, missing } from './refusals.ts';
import type { Values } from './route.ts';

/**
 * The values of an invocation -> arguments, each read as the same words after `name:` of a typed line are.
 * @throws UserError as parseWords() does.
 */
export function parseValues(callable: Callable, values: Values): Args<Options> {
  const given = Object.entries(values)
    .map(([name, value]) => ({ name, text: normalize(String(value)) }))
    .filter(({ text }) => text !== '');
  const texts = new Map(given.map(({ name, text }) => [name, text]));
  const read = Object.entries(callable.options).map(([name, option]) => {
    const text = texts.get(name);
    return { name, option, value: text === undefined ? undefined : readValue(option, text) };
  });
  for (const { option, value } of read) if (option.required && value === undefined) throw missing(callable, option);
  // The platform may still have an older declaration.
  const unknown = given.filter(({ name }) => !Object.hasOwn(callable.options, name));
  if (unknown.length > 0) throw leftOver(callable, unknown.map(({ name, text }) => `${name}:${text}`).join(' '));
  return Object.fromEntries(read.map(({ name, value }) => [name, value]));
}
