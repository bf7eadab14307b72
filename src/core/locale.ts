/** The languages that people are answered in; Korean first, English by the caller's own locale. */
export const LOCALES = ['ko', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in every language. */
export type Localized = Readonly<Record<Locale, string>>;

/** What is said, in every language. */
export const inEvery = (say: (locale: Locale) => string): Localized => ({ ko: say('ko'), en: say('en') });

/** `ko-KR`, `en_US.UTF-8`, `C` … -> the nearest language of ours; anything but English is Korean. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'ko';
}

/** The reader's language, or the first of those that a course is taught in where it is not taught in theirs. */
export const nearestOf = (languages: readonly Locale[], locale: Locale): Locale =>
  languages.includes(locale) ? locale : (languages[0] ?? locale);

/**
 * A room's words, a half a language: `text(locale).closed` for one reader, `text.both((words) => words.closed)` where the
 * reader is not known yet.
 */
export function localized<Text>(
  halves: Readonly<Record<Locale, Text>>,
): ((locale: Locale) => Text) & { both(say: (words: Text, locale: Locale) => string): Localized } {
  return Object.assign((locale: Locale) => halves[locale], {
    both: (say: (words: Text, locale: Locale) => string): Localized => inEvery((locale) => say(halves[locale], locale)),
  });
}
