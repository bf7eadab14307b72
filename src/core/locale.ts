/** The languages that people are answered in; Korean first, English by the caller's own locale. */
export type Locale = 'ko' | 'en';

/** One text in every language. */
export type Localized = Readonly<Record<Locale, string>>;

/** `ko-KR`, `en_US.UTF-8`, `C` … -> the nearest language of ours; anything but English is Korean. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'ko';
}
