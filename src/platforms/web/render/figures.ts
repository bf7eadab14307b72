import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { BOARD, type Board } from '../../../core/reply/board.ts';
import type { Chart } from '../../../core/reply/chart.ts';
import { type Cell, figuresOf, type HeatMap, warmthOf } from '../../../core/reply/heat.ts';
import { ownMark } from './answered.ts';

/** A style sheet sets no width from a figure where the page allows no styles of its own: bars are drawn. */
const bar = (parts: readonly { share: number; className: string }[]): Element => {
  let from = 0;
  const drawn = parts.map(({ share, className }) => {
    const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
    const rect = s('rect', { x: String(from), y: '0', width: String(width), height: '10', className: [className] });
    from += width;
    return rect;
  });
  return s(
    'svg',
    { viewBox: '0 0 100 10', preserveAspectRatio: 'none', className: ['bar'], ariaHidden: 'true' },
    drawn,
  );
};

export function board({ look, title, rows, foot }: Board): Element {
  const shown = rows
    .slice(0, BOARD.bars)
    .map(({ mark, name, value, share, best, mine }, i) =>
      h(
        'li',
        { className: ['row', `option-${i}`, ...(best ? ['best'] : []), ...(mine === undefined ? [] : ['own'])] },
        h('span.mark', mark),
        h(
          'span.name',
          best && look === 'bars' ? `✅ ${name}` : name,
          ...(mine === undefined ? [] : [' ', ownMark(mine)]),
        ),
        h('span.value', value),
        ...(look === 'bars' ? [bar([{ share, className: 'full' }])] : []),
      ),
    );
  return h('figure', { className: ['board', look] }, h('figcaption', title), h('ol', shown), h('p.foot', foot));
}

export function chart({ title, figures, parts, bars, foot }: Chart): Element {
  return h(
    'figure.chart',
    h('figcaption', title),
    h(
      'dl.figures',
      figures.map(({ name, value }) => h('div', h('dt', name), h('dd', value))),
    ),
    ...(bars.length === 0
      ? []
      : [
          h(
            'div.scroll',
            { tabIndex: 0, role: 'region', ariaLabel: title },
            h(
              'table',
              h(
                'thead',
                h(
                  'tr',
                  h('td'),
                  h('td'),
                  parts.map((part) => h('th', { scope: 'col' }, part)),
                ),
              ),
              h(
                'tbody',
                bars.map(({ name, counts }) => {
                  const all = counts.reduce((sum, one) => sum + one, 0);
                  const shares = counts.map((count, i) => ({
                    share: all === 0 ? 0 : count / all,
                    className: `part-${i}`,
                  }));
                  return h(
                    'tr',
                    h('th', { scope: 'row' }, name),
                    h('td.drawn', bar(shares)),
                    counts.map((count) => h('td', String(count))),
                  );
                }),
              ),
            ),
          ),
        ]),
    h('p.foot', foot),
  );
}

const warmth = (cell: Cell): string => {
  const warm = warmthOf(cell);
  return warm === undefined ? 'heat-none' : `heat-${warm}`;
};

export function heat({ title, again, groups, legend, foot }: HeatMap): Element {
  const cells = (all: readonly Cell[]) =>
    h(
      'ul.cells',
      all.map((cell) =>
        h('li', { className: [warmth(cell)] }, h('span.name', cell.name), h('span.value', figuresOf(cell))),
      ),
    );
  return h(
    'figure.heat',
    h('figcaption', title),
    ...(again.cells.length === 0 ? [] : [h('h3', again.title), cells(again.cells)]),
    ...groups.flatMap((group) => [h('h3', group.name), cells(group.cells)]),
    h(
      'ul.legend',
      legend.slice(0, 4).map((words, i) => h('li', { className: [`heat-${i}`] }, words)),
      legend.slice(4).map((words) => h('li.heat-none', words)),
    ),
    h('p.foot', foot),
  );
}
