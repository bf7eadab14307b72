import { memoizePer } from '../../language/memoize.ts';
import { truncate } from '../../language/truncate.ts';
import type { Block, Listing, Looks, Reply, Table, TableCell } from './blocks.ts';
import { BOARD } from './board.ts';
import { CHART } from './chart.ts';
import { clusterWithinLimits } from './cluster.ts';
import { type Cell, HEAT, type HeatMap } from './heat.ts';
import { LIMITS } from './limits.ts';

/** Groups from the first on, for as long as there is room for their cells. */
function heatWithinLimits(heat: HeatMap): HeatMap {
  const short = (cell: Cell): Cell => ({ ...cell, name: truncate(cell.name, HEAT.name) });
  let room: number = HEAT.cells;
  const groups = heat.groups.slice(0, HEAT.groups).flatMap(({ name, cells }) => {
    const own = cells.slice(0, room).map(short);
    room -= own.length;
    return own.length === 0 ? [] : [{ name: truncate(name, HEAT.name), cells: own }];
  });
  return {
    ...heat,
    title: truncate(heat.title, LIMITS.heading),
    again: {
      title: truncate(heat.again.title, LIMITS.heading),
      cells: heat.again.cells.slice(0, HEAT.again).map(short),
    },
    groups,
    foot: truncate(heat.foot, LIMITS.heading),
  };
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
      return block.mentions.length === 0
        ? []
        : [
            {
              ...block,
              name: truncate(block.name, LIMITS.heading),
              mentions: block.mentions.slice(0, LIMITS.options),
            },
          ];
    case 'buttons': {
      const lines = block.buttons.map(({ line }) => line);
      const buttons = block.buttons.filter(({ line }, i) => lines.indexOf(line) === i).slice(0, LIMITS.buttons);
      return buttons.length === 0 ? [] : [{ ...block, buttons }];
    }
    case 'countdown':
      return [
        {
          ...block,
          before: truncate(block.before, LIMITS.heading),
          after: truncate(block.after, LIMITS.heading),
          left: truncate(block.left, LIMITS.heading),
        },
      ];
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
          figures: block.figures.slice(0, CHART.figures).map(({ name, value }) => ({
            name: truncate(name, LIMITS.heading),
            value: truncate(value, LIMITS.heading),
          })),
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
    case 'cluster':
      return [clusterWithinLimits(block)];
    case 'file':
    case 'form':
      return [block];
    case 'choice':
    case 'menus':
    case 'input':
      // Made of questions, which the content's own rules keep short.
      return [block];
    default:
      return block satisfies never;
  }
}

const cellWithinLimits = (cell: TableCell): TableCell =>
  typeof cell === 'string'
    ? truncate(cell, LIMITS.label)
    : { value: cell.value, text: truncate(cell.text, LIMITS.label) };

const tableWithinLimits = (table: Table): Table[] =>
  table.rows.length === 0
    ? []
    : [
        {
          ...table,
          caption: truncate(table.caption, LIMITS.heading),
          columns: table.columns.map((column) => truncate(column, LIMITS.label)),
          rows: table.rows.slice(0, LIMITS.tableRows).map((row) => row.map(cellWithinLimits)),
        },
      ];

const listingWithinLimits = (listing: Listing): Listing => ({
  ...listing,
  text: truncate(listing.text, LIMITS.listing),
  notes: listing.notes.map((note) => ({ ...note, markdown: truncate(note.markdown, LIMITS.text) })),
});

/** A reply that every platform can show whole, whatever the content that it was made of: see LIMITS. */
export const withinLimits = memoizePer((reply: Reply): Reply => {
  const fitting = (block: Block): Block[] =>
    block.type === 'mentions' && reply.visibility === 'channel' ? [] : blockWithinLimits(block);
  const { blocks, tabled, wide } = reply;
  return {
    ...reply,
    blocks: blocks.flatMap(fitting),
    ...(tabled === undefined
      ? {}
      : {
          tabled: tabled.flatMap((one): readonly (Block | Table)[] =>
            one.type === 'table' ? tableWithinLimits(one) : fitting(one),
          ),
        }),
    ...(wide === undefined
      ? {}
      : {
          wide: wide.flatMap((one): readonly (Block | Listing | Looks)[] => {
            if (one.type === 'listing') return [listingWithinLimits(one)];
            return one.type === 'looks' ? [{ ...one, blocks: one.blocks.flatMap(fitting) }] : fitting(one);
          }),
        }),
  };
});
