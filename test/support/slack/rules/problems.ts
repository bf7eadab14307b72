/** What Slack says of a refused field. Worded as seen in its answers, but for those under «guessed». */

export const missing = (name: string) => `missing required field: ${name}`;
export const unknownProperty = (name: string) => `invalid additional property: ${name}`;
export const unsupportedType = (type: unknown) => `unsupported type: ${String(type)}`;
export const tooLong = (max: number) => `must be less than ${max + 1} characters`;
export const tooShort = (min: number) => `must be more than ${min - 1} characters`;
export const tooMany = (max: number) => `no more than ${max} items allowed`;

/** Refused by the documentation; Slack's own words could not be looked up. */
export const guessed = {
  tooFew: (min: number) => `no fewer than ${min} items allowed`,
  notA: (kind: string) => `must provide ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`,
  notOneOf: (values: readonly unknown[]) => `value must be one of: ${values.join(', ')}`,
  numberMin: (min: number) => `must be greater than or equal to ${min}`,
  numberMax: (max: number) => `must be less than or equal to ${max}`,
  badFormat: (example: string) => `must be formatted as ${example}`,
  noPayload: 'must not carry a payload',
  emptyMessage: 'no_text',
  notUrl: 'invalid url',
  exactlyOne: (names: readonly string[]) =>
    `must define exactly one of ${names.map((name) => `\`${name}\``).join(', ')}`,
  atLeastOne: (names: readonly string[]) => `must define either ${names.map((name) => `\`${name}\``).join(' or ')}`,
  duplicate: (name: string) => `\`${name}\` is already used`,
  notAmongOptions: 'must be one of the options',
  tooManyFocused: 'only one element can have `focus_on_load`',
  minAboveMax: (min: string, max: string) => `\`${min}\` must not be greater than \`${max}\``,
  submitRequired: '`submit` is required when there is an input block',
};
