import { circled } from '../../language/circled.ts';
import type { Locale } from '../locale.ts';
import type { Button, Menus } from './blocks.ts';
import { dontKnow } from './controls.ts';
import { text } from './text.ts';

/** Stands for a menu of which nothing is picked yet. */
const OPEN = '.';

/**
 * What a line says of menus that are not sent yet: a letter or a dot each (`b..`), and behind them what was picked just
 * now, the menu's number from 1 and an option (`b..2a`). Undefined for a whole answer (`bac`), and for anything else.
 * Picks of another number of menus, which the content had before, are begun anew.
 */
export function readPicks(answer: string, menus: number): string[] | undefined {
  const [, known, number, value] = /^([a-z.]*)(?:([1-9]) ?([a-z])?)?$/.exec(answer) ?? [];
  if (known === undefined) return undefined;
  if (known.length !== menus) return Array<string>(menus).fill(OPEN);
  if (number === undefined) return known.includes(OPEN) ? Array.from(known) : undefined;
  const at = Number(number) - 1;
  return value === undefined || at >= menus ? Array.from(known) : Array.from(known).with(at, value);
}

const markOf = (label: string, number: number): string => (label === circled(number) ? '' : String(number));

interface ShownMenu {
  /** From 1, as people type it. */
  number: number;
  /** What stands before the label: its number, or nothing where the label is a number itself, as of a blank. */
  mark: string;
  label: string;
  /** The line that one of its values completes. */
  line: string;
  options: readonly { value: string; label: string; isPicked: boolean }[];
  /** The label of what is picked. */
  picked: string | undefined;
}

/** What menus look like on every platform, which only draws them. */
interface MenusControls {
  menus: readonly ShownMenu[];
  /** Sends what is picked, once all of it is. */
  submit: Button | undefined;
  dontKnow: Button;
}

export function menusControls(block: Menus, locale: Locale): MenusControls {
  const { line, menus } = block;
  const picks = menus.map(({ options }, i) => options.find(({ value }) => value === block.picked[i]));
  const known = picks.map((one) => one?.value ?? OPEN).join('');
  return {
    menus: menus.map(({ label, options }, i) => ({
      number: i + 1,
      mark: markOf(label, i + 1),
      label,
      line: `${line} ${known}${i + 1}`,
      options: options.map((one) => ({ ...one, isPicked: one === picks[i] })),
      picked: picks[i]?.label,
    })),
    submit: known.includes(OPEN) ? undefined : { label: text(locale).submit, line: `${line} ${known}`, primary: true },
    // More dashes than the button below has: by them it is known which message was pressed.
    dontKnow: dontKnow(line, menus.length + 1, locale),
  };
}

/** Where a message is for many and cannot show what one has picked: `begin` shows the menus to one person alone. */
export const beginMenus = ({ line, menus }: Menus, locale: Locale): { begin: Button; dontKnow: Button } => ({
  begin: { label: text(locale).chooseAnswer, line: `${line} ${OPEN.repeat(menus.length)}`, primary: true },
  dontKnow: dontKnow(line, 1, locale),
});

/** The options of all menus, where they are the same ones; undefined where each has its own. */
export function sharedOptions({ menus }: Pick<Menus, 'menus'>): Menus['menus'][number]['options'] | undefined {
  const [first, ...others] = menus;
  const labels = first?.options.map(({ label }) => label).join('\n');
  const isShared = others.every(({ options }) => options.map(({ label }) => label).join('\n') === labels);
  return isShared ? first?.options : undefined;
}

/** What menus offer, in lines of plain text: `1. get`, and what may be picked. */
export function menusInWords(block: Pick<Menus, 'menus'>): string[] {
  const shared = sharedOptions(block);
  const own = ({ label, options }: Menus['menus'][number]): string =>
    `${label}: ${options.map((one) => one.label).join(' / ')}`;
  if (!shared || block.menus.length === 1) return block.menus.map(own);
  return [...block.menus.map(({ label }, i) => `${i + 1}. ${label}`), '', shared.map(({ label }) => label).join(' / ')];
}
