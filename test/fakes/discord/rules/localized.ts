/** Names and descriptions of commands, in the default language and in Discord's others. */

import { text } from './checks.ts';
import { type Field, isGiven, isRecord, lengthOf } from './form.ts';
import * as problems from './problems.ts';

const LOCALES = [
  ...['id', 'da', 'de', 'en-GB', 'en-US', 'es-ES', 'es-419', 'fr', 'hr', 'it', 'lt', 'hu', 'nl', 'no', 'pl', 'pt-BR'],
  ...['ro', 'fi', 'sv-SE', 'vi', 'tr', 'cs', 'el', 'bg', 'ru', 'uk', 'hi', 'th', 'zh-CN', 'ja', 'zh-TW', 'ko'],
];

const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;

type CheckText = (field: Field, required: boolean) => void;

const between =
  (max: number): CheckText =>
  (field, required) => {
    text(field, { min: 1, max, required });
  };

const slashNameText: CheckText = (field, required) => {
  const value = text(field, { min: 1, max: 32, required });
  if (!value?.trim()) return;
  if (!SLASH_NAME.test(value) || value !== value.toLowerCase()) field.refuse(problems.invalidCommandName);
};

/** Checks a field of an object and its translations. */
const localized =
  (key: string, check: CheckText) =>
  (owner: Field): void => {
    check(owner.at(key), true);
    const translations = owner.at(`${key}_localizations`);
    if (!isGiven(translations)) return;
    if (!isRecord(translations.value)) {
      translations.refuse(problems.notDictionary);
      return;
    }
    for (const locale of Object.keys(translations.value)) {
      if (!LOCALES.includes(locale)) translations.at(locale).refuse(problems.choices(LOCALES));
      else check(translations.at(locale), false);
    }
  };

/** The name of a slash command or an option: `\p{L}` and lower case. */
export const slashName = localized('name', slashNameText);
/** The name of a user or message command. */
export const menuName = localized('name', between(32));
export const choiceName = localized('name', between(100));
export const description = localized('description', between(100));

export const translationsOf = (owner: unknown, key: string): Record<string, unknown> => {
  const translations = isRecord(owner) ? owner[`${key}_localizations`] : undefined;
  return isRecord(translations) ? translations : {};
};

/** Of a localized text only the longest form counts towards a command's size. */
export const longest = (owner: Record<string, unknown>, key: string): number =>
  [owner[key], ...Object.values(translationsOf(owner, key))].reduce<number>(
    (max, each) => Math.max(max, typeof each === 'string' ? lengthOf(each) : 0),
    0,
  );
