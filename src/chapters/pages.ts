import type { Locale } from '../core/locale.ts';
import type { Button } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { paged } from '../core/reply/paged.ts';
import { text } from './text.ts';

/** Items of a list that stand in one message, each with a button: a row of buttons has five on Discord. */
const PAGE = 10;

/** A page of a list, from 1, and the button to the next one; after the last comes the first. */
export function pageOf<T>(
  all: readonly T[],
  wanted: number,
  lineOf: (page: number) => string,
  locale: Locale,
): { shown: readonly T[]; from: number; more: Button[] } {
  const { shown, page, pages, from } = paged(all, wanted, PAGE);
  const next = (page % pages) + 1;
  return {
    shown,
    from,
    more: pages === 1 ? [] : [button(text(locale).more(next, pages), lineOf(next))],
  };
}
