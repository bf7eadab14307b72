import type { Caller } from '../../core/command/command.ts';
import type { Locale } from '../../core/locale.ts';
import { PAGE_TIMES, type SignedIn } from '../../core/page.ts';
import type { PageRecords } from '../../core/page-records.ts';
import { cookieIn, setCookie } from './cookies.ts';
import { localeIn } from './locale.ts';
import { hashOf, type Signer } from './secrets.ts';

/** Under https only this very host can set it: https://www.rfc-editor.org/rfc/rfc6265bis, cookie name prefixes. */
const COOKIE = { plain: 'dosirak', secure: '__Host-dosirak' } as const;
/** What cookies are signed for. */
const PURPOSE = 'browser';
/** Letters of a browser's secret (256 bits), and of the id that stands for it. */
const SECRET = /^[\w-]{43}$/;
const ID = 22;

/** Who a browser is. */
export interface Visitor {
  caller: Caller;
  /** The browser's secret, hashed. */
  browser: string;
  /** Stands in each form: a page of another site does not know it. */
  token: string;
  isSignedIn: boolean;
  /** Has it a cookie by now? Without one it sends no form. */
  isKnown: boolean;
  /** To set, where it has none. */
  cookie: string | undefined;
}

interface Parts {
  pages: Pick<PageRecords, 'signedIn'>;
  signer: Signer;
  /** 43 letters that no attacker guesses. */
  newSecret: () => string;
  now: () => number;
  /** The guild, workspace or terminal that those who are not signed in belong to. */
  space: string;
  isSecure: boolean;
  /** See WebContext. */
  languages(): readonly Locale[];
}

/** What a person may do by now: ranks and roles that a platform told of are true for half a day. */
const asOf = (person: SignedIn, now: number): SignedIn =>
  now - person.since < PAGE_TIMES.instructor ? person : { ...person, manages: false, known: [person.id] };

/**
 * Who browsers are: each by its cookie, which is a person of its own until it is signed in as another. A cookie is signed:
 * only one that this server gave counts, so that no student has a thousand browsers without asking for each.
 */
export function createVisitors({ pages, signer, newSecret, now, space, isSecure, languages }: Parts) {
  const name = isSecure ? COOKIE.secure : COOKIE.plain;
  /** A browser that is no one yet. */
  const fresh = () => {
    const secret = newSecret();
    const cookie = setCookie(name, `${secret}.${signer.sign(PURPOSE, secret)}`, isSecure);
    return { secret, browser: hashOf(secret), cookie };
  };
  /** The secret in a cookie that we gave. */
  const secretIn = (headers: Headers): string | undefined => {
    const [secret = '', signature = ''] = (cookieIn(headers, name) ?? '').split('.');
    return SECRET.test(secret) && signer.isSigned(PURPOSE, secret, signature) ? secret : undefined;
  };
  return {
    fresh,
    async of(headers: Headers): Promise<Visitor> {
      const given = secretIn(headers);
      const { secret, browser, cookie } =
        given === undefined ? fresh() : { secret: given, browser: hashOf(given), cookie: undefined };
      const found = given === undefined ? undefined : await pages.signedIn(browser);
      const at = now();
      const isSignedIn = found !== undefined && at - found.at < PAGE_TIMES.student;
      const id = `web:${browser.slice(0, ID)}`;
      const person: SignedIn = isSignedIn
        ? asOf(found.person, at)
        : { id, space, manages: false, known: [id], since: at };
      const { since, ...caller } = person;
      return {
        caller: { ...caller, locale: localeIn(headers, languages()), at, rankedAt: since },
        ...{ browser, isSignedIn, cookie },
        token: signer.sign('form', secret),
        isKnown: given !== undefined,
      };
    },
  };
}

export type Visitors = ReturnType<typeof createVisitors>;
