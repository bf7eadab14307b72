import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../core/command.ts';
import type { Localized } from '../../core/locale.ts';
import type { Option } from '../../core/options.ts';

type Declaration = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Korean is the default; whoever reads English gets English. */
const inEnglish = ({ en }: Localized): { 'en-US': string; 'en-GB': string } => ({ 'en-US': en, 'en-GB': en });

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const common = {
    name,
    ...(option.korean === undefined ? {} : { name_localizations: { ko: option.korean } }),
    description: option.summary.ko,
    description_localizations: inEnglish(option.summary),
    required: option.required ?? false,
  };
  switch (option.type) {
    case 'text':
      return { ...common, type: ApplicationCommandOptionType.String, autocomplete: option.complete !== undefined };
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case 'choice':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        choices: Object.entries(option.choices).map(
          ([value, label]): APIApplicationCommandOptionChoice<string> => ({
            name: label.ko,
            name_localizations: inEnglish(label),
            value,
          }),
        ),
      };
    default:
      return option satisfies never;
  }
}

/** What Discord is told of the commands that people type. `contexts` are for global commands only. */
export const declarationsOf = (commands: readonly Command[], where: 'guild' | 'global'): Declaration[] =>
  commands
    .filter(({ usedBy }) => usedBy === 'everyone')
    .map(({ name, summary, options }) => ({
      type: ApplicationCommandType.ChatInput,
      name,
      description: summary.ko,
      description_localizations: inEnglish(summary),
      // Discord demands the required ones first.
      options: Object.entries(options)
        .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
        .map(([option, declared]) => optionOf(option, declared)),
      ...(where === 'guild'
        ? {}
        : {
            integration_types: [ApplicationIntegrationType.GuildInstall],
            contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
          }),
    }));

/** The same without what only Discord itself knows: for servers that refuse a declaration for it. */
export const plainly = (declarations: readonly Declaration[]): object[] =>
  declarations.map(({ type, name, description, options }) => ({
    type,
    name,
    description,
    options: options?.map((option) => ({
      type: option.type,
      name: option.name,
      description: option.description,
      required: option.required ?? false,
      ...('choices' in option && option.choices
        ? { choices: option.choices.map(({ name, value }) => ({ name, value })) }
        : {}),
    })),
  }));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What we say of a command; Discord adds more of its own: ids, versions, defaults. */
const SAID = (
  'type name name_localizations description description_localizations required autocomplete min_value max_value ' +
  'value choices options integration_types contexts'
).split(' ');

/** What is said, without what says nothing: Discord gives back null or leaves out what is false or empty. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(essence);
  if (!isObject(value)) return value === false || value === null ? undefined : value;
  const said = SAID.map((key): [string, unknown] => {
    const one = value[key];
    return [key, key.endsWith('_localizations') && isObject(one) ? Object.entries(one).sort().flat() : essence(one)];
  });
  return Object.fromEntries(said.filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0)));
}

/** Are these the commands that Discord has already, in any order? */
export function sameAs(known: readonly unknown[], declarations: readonly Declaration[]): boolean {
  const inOrder = (list: readonly unknown[]): unknown[] => list.map((one) => JSON.stringify(essence(one))).sort();
  // Discord gives guild commands these, too, and takes them for global ones only.
  const global = declarations.some(({ contexts }) => contexts !== undefined);
  const there = known.map((one) => (global || !isObject(one) ? one : { ...one, integration_types: [], contexts: [] }));
  return isDeepStrictEqual(inOrder(there), inOrder(declarations));
}
