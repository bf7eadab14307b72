import { memoizePer } from '../../language/memoize.ts';
import { escapeMarkdown } from '../../markdown/escape.ts';
import { altOfBoard, BOARD, type Board, boardInWords } from './board.ts';
import { altOfChart, CHART, type Chart, chartInWords } from './chart.ts';
import type { Diagram } from './diagram.ts';
import { altOfHeat, HEAT, type HeatMap, heatInWords } from './heat.ts';

/** Pressing it runs `line` as if the caller had typed it. */
export interface Button {
  /** At most LIMITS.label code points. */
  label: string;
  /** A command line without the slash, at most LIMITS.line characters; never tells a quiz's answer. */
  line: string;
  primary?: boolean;
  /** What it does cannot be undone. */
  danger?: true;
}

/** Picking runs `line` followed by the picked values, joined without a space (`line` + ` ` + `ca`). */
export interface Choice {
  type: 'choice';
  line: string;
  /** `value` is one letter. */
  options: readonly { value: string; label: string }[];
  min: number;
  max: number;
  /** The order of picking counts; a platform that takes one press at a time sends what was picked so far. */
  ordered: boolean;
  /** Values picked so far, in order. */
  picked: readonly string[];
}

/** A free text; sending it runs `line` + ` ` + the text. */
export interface Input {
  type: 'input';
  line: string;
  label: string;
}

/**
 * A concept card, as what is on it: platforms that show pictures draw it, the others show its words (inWords()).
 * Plain text, but for the quote's Markdown.
 */
export interface Picture {
  type: 'picture';
  title: string;
  aside?: string;
  text: string;
  quote?: string;
  diagram?: Diagram;
  /** Small print at its foot. */
  foot: string;
}

/** A text that is handed over as a file. */
export interface TextFile {
  type: 'file';
  /** ASCII letters, digits, hyphens and a dot: `dosirak.json`. */
  name: string;
  text: string;
}

/** What is drawn where pictures can be seen. */
export type Drawable = Picture | Chart | HeatMap | Board;

export type Block =
  /** One plain line; `aside` is its other-language half, shown fainter. */
  | { type: 'heading'; text: string; aside?: string }
  /** CommonMark with GFM tables. */
  | { type: 'text'; markdown: string }
  | { type: 'quote'; markdown: string }
  | { type: 'fields'; fields: readonly { name: string; value: string }[] }
  /**
   * Channels, people and roles under a name, shown as the platform shows them. For the caller alone: before others,
   * Slack would call whoever is named.
   */
  | { type: 'mentions'; name: string; mentions: readonly string[] }
  | { type: 'buttons'; buttons: readonly Button[] }
  | Drawable
  | TextFile
  | Choice
  | Input
  | { type: 'footer'; text: string };

/** What the stripe beside a reply says at a glance. */
export type Accent = 'info' | 'success' | 'warning' | 'error';

/** What a command answers: a plain value, compared by tests and drawn by each platform's renderer. */
export interface Reply {
  visibility: 'caller' | 'channel';
  accent: Accent;
  /** The line that shows the same again: where others are near, `share` + ` ` + it is offered as a button. */
  share?: string;
  /** The id of the caller who shares it with the channel; platforms show their own name for it and ping nobody. */
  sharedBy?: string;
  /** Pressed on a message, it takes that message's place: a practice lives in one message. */
  replaces?: true;
  blocks: readonly Block[];
}

/**
 * What every reply keeps to, so that each platform can show it whole: the smaller of Discord's and Slack's limits
 * (Discord, Component Reference: custom_id 100, button label 80, select option label 100, 25 options, 5 buttons a row,
 * 4,000 characters of text in a message; Slack, Block Kit reference: button text 75, action value 2000, option text 75).
 */
export const LIMITS = {
  line: 100,
  label: 75,
  options: 25,
  buttons: 10,
  heading: 150,
  field: 1000,
  text: 2000,
} as const;

/** Cuts to `max` code points, at a word's end where one is near, with an ellipsis. */
export function truncate(text: string, max: number): string {
  // Never fewer than code points.
  if (text.length <= max) return text;
  const points = Array.from(text);
  if (points.length <= max) return text;
  const head = points.slice(0, max - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > max * 0.6 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** A button whose label fits; a line that does not fit is a bug, since it would be refused by every platform. */
export function button(label: string, line: string): Button {
  if (Array.from(line).length > LIMITS.line)
    throw new Error(`a button's line is over ${LIMITS.line} characters: ${line}`);
  return { label: truncate(label, LIMITS.label), line };
}

/** Something that the caller should know, in one text; nobody else sees it. */
export const notice = (markdown: string): Reply => ({
  visibility: 'caller',
  accent: 'warning',
  blocks: [{ type: 'text', markdown }],
});

/**
 * What is mentioned, in the way that both platforms write it: `<#123>` a channel, `<@123>` a person, `<@&123>` a role,
 * from an address such as `discord:123`, `slack:T1:U2` or `discord:&123`. Only on its own platform is it understood.
 */
export function mentionOf(address: string, kind: '#' | '@'): string {
  const id = address.split(':').at(-1) ?? '';
  return /^&?[A-Za-z0-9]{1,32}$/.test(id) ? `<${kind}${id}>` : '';
}

/** Plain text in bold, whatever marks it has. */
export const bold = (text: string): Block => ({ type: 'text', markdown: `**${text.replaceAll('*', '\\*')}**` });

/** A name, with its other-language half where it has one. */
export const titled = (text: string, aside: string | undefined): Block =>
  aside === undefined ? { type: 'heading', text } : { type: 'heading', text, aside };

const cardInWords = ({ title, aside, text, quote, diagram, foot }: Picture): Block[] => [
  titled(title, aside),
  bold(text),
  ...(diagram === undefined ? [] : [{ type: 'text', markdown: escapeMarkdown(diagram.alt) } as const]),
  ...(quote === undefined ? [] : [{ type: 'quote', markdown: quote } as const]),
  { type: 'footer', text: foot },
];

/** What a picture says, where it cannot be seen. */
export function inWords(shown: Drawable): Block[] {
  switch (shown.type) {
    case 'picture':
      return cardInWords(shown);
    case 'chart':
      return chartInWords(shown);
    case 'board':
      return boardInWords(shown);
    case 'heat':
      return heatInWords(shown);
    default:
      return shown satisfies never;
  }
}

const altOfCard = ({ title, aside, text, quote, diagram, foot }: Picture): string =>
  [[title, aside].filter(Boolean).join(' · '), text, diagram?.alt, quote, foot].filter(Boolean).join(' — ');

/** The same in one line, for whoever has it read to them. */
export function altOf(shown: Drawable): string {
  switch (shown.type) {
    case 'picture':
      return altOfCard(shown);
    case 'chart':
      return altOfChart(shown);
    case 'board':
      return altOfBoard(shown);
    case 'heat':
      return altOfHeat(shown);
    default:
      return shown satisfies never;
  }
}

export const isDrawable = (block: Block): block is Drawable =>
  block.type === 'picture' || block.type === 'chart' || block.type === 'heat' || block.type === 'board';

/** What a picture will be seen on. */
export type Theme = 'light' | 'dark';

/** Draws a picture as PNG; see src/pictures. */
export type Draw = (picture: Drawable, theme: Theme) => Promise<Uint8Array>;

/** Groups from the first on, for as long as there is room for their cells. */
function heatWithinLimits(heat: HeatMap): HeatMap {
  let room: number = HEAT.cells;
  const groups = heat.groups.slice(0, HEAT.groups).flatMap(({ name, cells }) => {
    const own = cells.slice(0, room).map((cell) => ({ ...cell, name: truncate(cell.name, HEAT.name) }));
    room -= own.length;
    return own.length === 0 ? [] : [{ name: truncate(name, HEAT.name), cells: own }];
  });
  return { ...heat, title: truncate(heat.title, LIMITS.heading), groups, foot: truncate(heat.foot, LIMITS.heading) };
}

function blockWithinLimits(block: Block): Block[] {
  switch (block.type) {
    case 'heading': {
      const text = truncate(block.text, LIMITS.heading);
      return [
        block.aside === undefined
          ? { ...block, text }
          : { ...block, text, aside: truncate(block.aside, LIMITS.heading) },
      ];
    }
    case 'text':
    case 'quote':
      return block.markdown.trim() === '' ? [] : [{ ...block, markdown: truncate(block.markdown, LIMITS.text) }];
    case 'fields': {
      const fields = block.fields.map(({ name, value }) => ({
        name: truncate(name, LIMITS.heading),
        value: truncate(value, LIMITS.field),
      }));
      return fields.length === 0 ? [] : [{ ...block, fields }];
    }
    case 'mentions':
      return block.mentions.length === 0 ? [] : [{ ...block, mentions: block.mentions.slice(0, LIMITS.options) }];
    case 'buttons': {
      const lines = block.buttons.map(({ line }) => line);
      const buttons = block.buttons.filter(({ line }, i) => lines.indexOf(line) === i).slice(0, LIMITS.buttons);
      return buttons.length === 0 ? [] : [{ ...block, buttons }];
    }
    case 'footer':
      return [{ ...block, text: truncate(block.text, LIMITS.heading) }];
    case 'picture':
      return [
        {
          ...block,
          title: truncate(block.title, LIMITS.heading),
          ...(block.aside === undefined ? {} : { aside: truncate(block.aside, LIMITS.heading) }),
          text: truncate(block.text, LIMITS.field),
          ...(block.quote === undefined ? {} : { quote: truncate(block.quote, LIMITS.field) }),
          ...(block.diagram === undefined
            ? {}
            : { diagram: { ...block.diagram, alt: truncate(block.diagram.alt, LIMITS.field) } }),
          foot: truncate(block.foot, LIMITS.heading),
        },
      ];
    case 'chart':
      return [
        {
          ...block,
          title: truncate(block.title, LIMITS.heading),
          figures: block.figures.slice(0, CHART.figures),
          bars: block.bars.slice(0, CHART.bars).map((bar) => ({ ...bar, name: truncate(bar.name, CHART.name) })),
          foot: truncate(block.foot, LIMITS.heading),
        },
      ];
    case 'board':
      return [
        {
          ...block,
          title: truncate(block.title, LIMITS.heading),
          rows: block.rows.slice(0, block.look === 'bars' ? BOARD.bars : BOARD.steps).map((row) => ({
            ...row,
            mark: truncate(row.mark, 2),
            name: truncate(row.name, BOARD.name),
            value: truncate(row.value, BOARD.value),
          })),
          foot: truncate(block.foot, LIMITS.heading),
        },
      ];
    case 'heat':
      return [heatWithinLimits(block)];
    case 'file':
      return [block];
    case 'choice':
    case 'input':
      // Made of questions, which the content's own rules keep short.
      return [block];
    default:
      return block satisfies never;
  }
}

/** A reply that every platform can show whole, whatever the content that it was made of: see LIMITS. */
export const withinLimits = memoizePer(
  (reply: Reply): Reply => ({
    ...reply,
    blocks: reply.blocks.flatMap((block) =>
      block.type === 'mentions' && reply.visibility === 'channel' ? [] : blockWithinLimits(block),
    ),
  }),
);
