import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Locale } from '../../../core/locale.ts';
import { htmlOf } from '../render/render.ts';
import { text } from '../text.ts';

/** What every page of a visitor knows. */
export interface Frame {
  locale: Locale;
  /** Those that a visitor may choose among. */
  languages: readonly Locale[];
  /** Of the assets: see assets.ts. */
  version: string;
  /** See Visitor. */
  token: string;
  /** What the page is called in tabs and by screen readers. */
  title: string;
}

/** A whole page; `look` is the style of its body, `data` what its scripts read. */
export function page(
  { locale, version, token, title }: Frame,
  look: string,
  children: readonly ElementContent[],
  data: Readonly<Record<string, string>> = {},
): string {
  const words = text(locale);
  const asset = (name: string): string => `/assets/${version}/${name}`;
  const named = Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
  return `<!doctype html>\n${htmlOf(
    h('html', { lang: locale }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('meta', { name: 'token', content: token }),
        h('title', title === words.title ? title : `${title} · ${words.title}`),
        h('link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }),
        h('link', { rel: 'stylesheet', href: asset('style.css') }),
        h('script', { type: 'module', src: asset('page.js') }),
      ]),
      h(
        'body',
        {
          className: [look],
          'data-version': version,
          'data-waiting': words.waiting,
          'data-offline': words.offline,
          'data-failed': words.failed,
          'data-you': words.you,
          'data-offered': words.offered,
          'data-new-version': words.newVersion,
          'data-seconds': words.seconds,
          'data-copy': words.copy,
          'data-copied': words.copied,
          ...named,
        },
        [h('a.skip', { href: '#main' }, words.skip), ...children],
      ),
    ]),
  )}`;
}
