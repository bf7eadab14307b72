import { type Locale, localeOf, nearestOf } from '../../core/locale.ts';
import { cookieIn } from './cookies.ts';

/** The cookie with the language that a visitor has chosen. */
export const LANGUAGE = 'dosirak-lang';

/** The language that a visitor has chosen, or else that of the browser; of the `languages` that are taught in. */
export const localeIn = (headers: Headers, languages: readonly Locale[]): Locale =>
  nearestOf(languages, localeOf(cookieIn(headers, LANGUAGE) ?? headers.get('accept-language') ?? undefined));
