/** What Slack says of a refused field. Worded as seen in its answers, but for those under «guessed». */

export const missing = (name: string) => `missing required field: ${name}`;
export const unknownProperty = (name: string) => `invalid additional property: ${name}`;
export const unsupportedType = (type: unknown) => `unsupported type: ${String(type)}`;
export const tooLong = (max: number) => `must be less than ${max + 1} characters`;
export const tooShort = (min: number) => `must be more than ${min - 1} characters`;
export const tooMany = (max: number) => `no more than ${max} items allowed`;
export const notA = (kind: string) => `must provide ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
export const notAllowedValue = 'must be a valid enum value';
export const alreadyExists = (name: string, value: unknown) => `\`${name}\` "${String(value)}" already exists`;
export const notUrl = 'invalid url';

/** Errors of a whole message or view, by their codes: these have no pointer. */
export const codes = {
  noText: 'no_text',
  messageTooLong: 'msg_too_long',
  blocksTooLong: 'msg_blocks_too_long',
  metadataTooLarge: 'metadata_too_large',
  viewTooLarge: 'view_too_large',
};

/** What the validation of a manifest says. */
export const manifest = {
  eventsNeedDelivery: 'Event Subscription requires either Request URL or Socket Mode Enabled',
  interactivityNeedsUrl: 'Interactivity requires a Request URL',
  commandName: 'The slash command has an invalid name',
  commandDuplicated: 'The slash command name is duplicated',
};

/** Refused by the documentation; Slack's own words could not be looked up. */
export const guessed = {
  tooFew: (min: number) => `no fewer than ${min} items allowed`,
  numberMin: (min: number) => `must be greater than or equal to ${min}`,
  notPositive: 'must be greater than 0',
  numberMax: (max: number) => `must be less than or equal to ${max}`,
  badFormat: (example: string) => `must be formatted as ${example}`,
  exactlyOne: (names: readonly string[]) => `must define exactly one of ${quoted(names).join(', ')}`,
  atLeastOne: (names: readonly string[]) => `must define either ${quoted(names).join(' or ')}`,
  notBoth: (names: readonly string[]) => `must not define both ${quoted(names).join(' and ')}`,
  notAmongOptions: 'must be one of the options',
  tooManyFocused: 'only one element can have `focus_on_load`',
  tooManyCharts: 'no more than 2 `data_visualization` blocks allowed',
  minAboveMax: (min: string, max: string) => `\`${min}\` must not be greater than \`${max}\``,
  unevenRows: 'all rows must have the same number of cells',
  pointsUnlikeCategories: 'must have one point for each of the categories',
  submitRequired: '`submit` is required when there is an input block',
  noPayload: 'must not carry a payload',
  commandNeedsUrl: 'Slash command requires either a URL or Socket Mode Enabled',
  duplicate: 'must be unique',
  needsBotUser: 'Bot scopes require a bot user',
  needsScope: (name: string, scopes: readonly string[]) => `${name} requires the scope ${scopes.join(' or ')}`,
};

const quoted = (names: readonly string[]): string[] => names.map((name) => `\`${name}\``);
