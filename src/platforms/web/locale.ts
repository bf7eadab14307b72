import { type Locale, localeOf } from '../../core/locale.ts';
import { cookieIn } from './cookies.ts';

/** The cookie with the language that a visitor has chosen. */
export const LANGUAGE = 'dosirak-lang';

/** The language that a visitor has chosen, or else that of the browser. */
export const localeIn = (headers: Headers): Locale =>
  localeOf(cookieIn(headers, LANGUAGE) ?? headers.get('accept-language') ?? undefined);
