import { type APIStringSelectComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Locale } from '../../core/locale.ts';
import type { Choice, Input, Menus, Reply } from '../../core/reply/blocks.ts';
import { choiceControls, inputControls } from '../../core/reply/controls.ts';
import { beginMenus, menusControls, menusInWords } from '../../core/reply/menus.ts';
import { text as replyText } from '../../core/reply/text.ts';
import { oneLine } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { DISCORD } from './limits.ts';
import { button, type Part, plain, press, type Row, rows, type View } from './parts.ts';

/**
 * A button whose custom id begins so opens a box to type in, one for each of these signs; the rest is the line that the
 * text completes.
 */
export const TYPES = '✎';

function select({ line, min, max, options }: Choice, locale: Locale): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: line,
    placeholder: replyText(locale).chooseAll,
    min_values: min,
    max_values: max,
    options: options.map(({ value, label }, i) => ({
      value,
      label: truncate(`${i + 1}. ${oneLine(label)}`, DISCORD.optionLabel),
    })),
  };
}

export function choiceParts(choice: Choice, locale: Locale): Part[] {
  const controls = choiceControls(choice, locale);
  const { options, isListed } = controls;
  const dontKnow = press(controls.dontKnow);
  const listed: Part = {
    kind: 'text',
    text: options.map(({ number, label }) => `**${number}**\u2002${plain(label)}`).join('\n'),
  };
  switch (controls.way) {
    case 'several':
      return [
        listed,
        { kind: 'row', row: { type: ComponentType.ActionRow, components: [select(choice, locale)] } },
        ...rows([dontKnow]),
      ];
    case 'one': {
      const presses = options.map(({ button: { label, line } }) => button(label, line, ButtonStyle.Primary));
      return [...(isListed ? [listed] : []), ...rows([...presses, dontKnow])];
    }
    case 'inOrder': {
      const presses = options.map(({ button: { label, line }, isPicked }) =>
        button(label, line, ButtonStyle.Secondary, isPicked),
      );
      const { soFar, hint } = controls;
      const told = soFar ? `**${soFar.name}** ${soFar.numbers}` : `-# ${hint}`;
      const again = soFar ? [press(soFar.startOver)] : [];
      return [listed, { kind: 'text', text: told }, ...rows([...presses, ...again, dontKnow])];
    }
    default:
      return controls satisfies never;
  }
}

/** Where a message has few rows: menus that are open before those that are picked, and a row for the buttons. */
function menusInRows<T extends { picked: string | undefined }>(menus: readonly T[]): readonly T[] {
  const open = menus.filter(({ picked }) => picked === undefined);
  return [...open, ...menus.filter(({ picked }) => picked !== undefined)].slice(0, DISCORD.rows - 1);
}

/** A menu for each, which shows what was picked; the message of many cannot, and leads to one that is one person's. */
export function menusParts(block: Menus, { locale, fewRows }: View, visibility: Reply['visibility']): Part[] {
  if (visibility === 'channel') {
    const { begin, dontKnow } = beginMenus(block, locale);
    const listed = menusInWords(block).map(plain).join('\n');
    return [{ kind: 'text', text: listed }, ...rows([press(begin), press(dontKnow)])];
  }
  const { menus, submit, dontKnow } = menusControls(block, locale);
  const shown = fewRows ? menusInRows(menus) : menus;
  return [
    ...menus.flatMap((menu): Part[] => {
      const { mark, label, options, picked } = menu;
      const named = mark === '' ? `**${plain(label)}**` : `**${mark}**\u2002${plain(label)}`;
      const told = `${named}${picked === undefined ? '' : ` → ${plain(picked)}`}`;
      if (!shown.includes(menu)) return [{ kind: 'text', text: told }];
      const select: APIStringSelectComponent = {
        type: ComponentType.StringSelect,
        custom_id: menu.line,
        // In an older message the words of all menus stand above, and not each over its own.
        placeholder: fewRows
          ? truncate(oneLine(mark === '' ? label : `${mark}. ${label}`), DISCORD.placeholder)
          : replyText(locale).chooseOne,
        options: options.map(({ value, label, isPicked }) => ({
          value,
          label: truncate(oneLine(label) || '…', DISCORD.optionLabel),
          ...(isPicked ? { default: true } : {}),
        })),
      };
      const row: Row = { type: ComponentType.ActionRow, components: [select] };
      return [
        { kind: 'text', text: told },
        { kind: 'row', row, joined: true },
      ];
    }),
    ...rows([...(submit ? [press(submit)] : []), press(dontKnow)]),
  ];
}

/** A button that opens boxes to type in. */
export function inputParts(input: Input, locale: Locale): Part[] {
  const { write, dontKnow } = inputControls(input, locale);
  return rows([press({ ...write, line: TYPES.repeat(input.boxes ?? 1) + write.line }), press(dontKnow)]);
}
