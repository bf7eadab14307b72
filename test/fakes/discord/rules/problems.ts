/** What Discord says of a refused field. Names and texts as seen in its answers, but for those under «guessed». */

import type { Problem } from '../errors.ts';

const problem = (code: string, message: string): Problem => ({ code, message });
const oneOf = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value))).join(', ');

export const required = problem('BASE_TYPE_REQUIRED', 'This field is required');
export const badLength = (min: number, max: number) =>
  problem('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
export const tooLong = (max: number) => problem('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
export const tooShort = (min: number) => problem('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
export const choices = (values: readonly unknown[]) =>
  problem('BASE_TYPE_CHOICES', `Value must be one of {${oneOf(values)}}.`);
/** Discord prints a Python tuple: `(1,)` for a single type. */
export const unionTypes = (types: readonly number[]) =>
  problem(
    'UNION_TYPE_CHOICES',
    `Value of field "type" must be one of (${types.join(', ')}${types.length === 1 ? ',' : ''}).`,
  );
export const numberMin = (min: number) =>
  problem('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
export const numberMax = (max: number, name = 'int') =>
  problem('NUMBER_TYPE_MAX', `${name} value should be less than or equal to ${max}.`);
export const notA = (kind: string, value: unknown) =>
  problem('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not ${kind}.`);
export const notText = (value: unknown) =>
  problem('STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
export const notBoolean = problem('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
export const notList = problem('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
export const notObject = problem('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
export const notDictionary = problem('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
export const notUrl = problem('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
export const wrongScheme = (scheme: string, schemes: readonly string[]) =>
  problem('URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" is not supported. Scheme must be one of (${oneOf(schemes)}).`);
export const notDate = (value: string) =>
  problem('DATE_TIME_TYPE_PARSE', `Could not parse ${value}. Should be ISO8601.`);
export const alreadyContained = problem('SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value');

export const eventInPast = problem('GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.');
export const embedsTooLarge = problem('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
export const nonceTooLong = problem('NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer characters long.');
export const nonceOfWrongType = problem('NONCE_TYPE_INVALID_TYPE', 'This field must be a string or integer.');
export const attachmentNotFound = problem('ATTACHMENT_NOT_FOUND', 'Attachment data not found');
export const referenceNotFound = (url: string) =>
  problem('UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', `The referenced attachment ("${url}") was not found`);
export const parseExclusive = (kind: string) =>
  problem(
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
  );
export const legacyField = (name: string) =>
  problem(
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  );

export const tooManyComponents = problem(
  'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  'Total number of components cannot exceed 40',
);
export const tooMuchText = problem(
  'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  'Components displayable text size exceeds maximum size of 4000',
);
export const customIdDuplicated = problem('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
export const rowTooWide = problem(
  'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  'The specified component exceeds the maximum width',
);
export const customIdRequired = problem('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
export const customIdAndUrl = problem(
  'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  'A custom id and url cannot both be specified',
);
export const invalidEmoji = problem('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
export const optionValueDuplicated = problem(
  'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  'The specified option value is already used',
);
export const tooManyDefaults = problem(
  'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
  'The specified number of default values exceeds the specified maximum values',
);

export const invalidCommandName = problem('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
export const duplicateCommand = problem(
  'APPLICATION_COMMANDS_DUPLICATE_NAME',
  'Application command names must be unique',
);
export const commandTooLarge = problem('APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
export const requiredAfterOptional = problem(
  'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  'Required options must be placed before non-required options',
);
export const mixedOptions = problem(
  'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  'Sub-command and sub-command group option types are mutually exclusive to all other types',
);

/** Refused by the documentation; what Discord calls these could not be looked up. */
export const guessed = {
  idDuplicated: problem('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
  urlRequired: problem('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required'),
  skuRequired: problem('BUTTON_COMPONENT_SKU_ID_REQUIRED', 'A sku id is required'),
  labelOrEmojiRequired: problem('BUTTON_COMPONENT_LABEL_REQUIRED', 'A label or an emoji is required'),
  notWithPremium: problem('BUTTON_COMPONENT_PREMIUM_FIELD_INVALID', 'A premium button takes only a sku id'),
  flagStays: problem('MESSAGE_COMPONENTS_V2_FLAG_CANNOT_BE_REMOVED', 'IS_COMPONENTS_V2 cannot be removed'),
  flagsNotSettable: problem('MESSAGE_FLAGS_INVALID', 'The specified flags cannot be set'),
  labelInLabel: problem('COMPONENT_LABEL_INVALID', 'A text input inside a label cannot have a label'),
  disabledInModal: problem('COMPONENT_DISABLED_INVALID', 'Components of a modal cannot be disabled'),
  optionNameTaken: problem('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name is already used'),
  optionFieldInvalid: (name: string) =>
    problem(
      `APPLICATION_COMMAND_${name.toUpperCase()}_INVALID`,
      `${name} cannot be configured for this type of option`,
    ),
  choicesWithAutocomplete: problem(
    'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
    'Autocomplete and choices are mutually exclusive',
  ),
  notForExternal: problem('GUILD_SCHEDULED_EVENT_CHANNEL_INVALID', 'An external event takes place in no channel'),
  eventHasBegun: problem('GUILD_SCHEDULED_EVENT_INVALID_START_BY_STATUS', 'An event that has begun keeps its start'),
  eventEndsFirst: problem('GUILD_SCHEDULED_EVENT_END_BEFORE_START', 'An event cannot end before it begins'),
  needsUserInstall: problem('APPLICATION_COMMAND_CONTEXTS_INVALID', 'PRIVATE_CHANNEL needs USER_INSTALL'),
  notForPeople: problem(
    'APPLICATION_COMMAND_INTEGRATION_TYPES_INVALID',
    'The application does not support USER_INSTALL',
  ),
  onlyGlobal: problem('APPLICATION_COMMAND_ONLY_GLOBAL', 'This can only be set for global commands'),
  onlyChatInput: problem('APPLICATION_COMMAND_ONLY_CHAT_INPUT', 'This can only be set for CHAT_INPUT commands'),
};
