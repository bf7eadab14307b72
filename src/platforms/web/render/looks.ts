import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Looks } from '../../../core/reply/blocks.ts';
import { choiceControls, inputControls } from '../../../core/reply/controls.ts';
import { beginMenus, menusInWords } from '../../../core/reply/menus.ts';
import { text } from '../text.ts';
import { markdownTree } from './markdown.ts';
import type { View } from './view.ts';

/** A button that is only looked at. */
const drawn = (label: string): Element => h('span.button', label);

const listed = (labels: readonly string[], mark: (at: number) => string): Element =>
  h(
    'ul.listed',
    labels.map((label, i) => h('li', `${mark(i)} ${label}`)),
  );

/** What a chat makes of a block: what is too long for a button stands above it behind its number. */
function inChat(block: Block, { locale }: View): ElementContent[] {
  switch (block.type) {
    case 'text':
      return markdownTree(block.markdown);
    case 'choice': {
      const { options, isListed, dontKnow, way } = choiceControls(block, locale);
      const labels = options.map(({ label }) => label);
      const pressed =
        way === 'several' ? [drawn(text(locale).choose)] : options.map(({ button }) => drawn(button.label));
      return [
        ...(isListed ? [listed(labels, (i) => `${i + 1}.`)] : []),
        h('div.row', [...pressed, drawn(dontKnow.label)]),
      ];
    }
    case 'menus': {
      const { begin, dontKnow } = beginMenus(block, locale);
      return [listed(menusInWords(block), () => ''), h('div.row', [drawn(begin.label), drawn(dontKnow.label)])];
    }
    case 'input': {
      const { write, dontKnow } = inputControls(block, locale);
      return [h('div.row', [drawn(write.label), drawn(dontKnow.label)])];
    }
    default:
      return [];
  }
}

/** The same at a terminal, where one types what stands in brackets. */
function atTerminal(block: Block, view: View): ElementContent[] {
  if (block.type !== 'choice') return inChat(block, view);
  const { options, dontKnow } = choiceControls(block, view.locale);
  const labels = [...options.map(({ label }) => label), dontKnow.label];
  return [listed(labels, (i) => `[${i + 1}]`)];
}

const PLATFORMS = [
  { className: 'discord', name: () => 'Discord', draw: inChat },
  { className: 'slack', name: () => 'Slack', draw: inChat },
  { className: 'terminal', name: (view: View) => text(view.locale).terminal, draw: atTerminal },
] as const;

/** A question as each platform shows it: nothing of it is pressed. */
export const looks = ({ blocks }: Looks, view: View): Element =>
  h(
    'div.looks',
    PLATFORMS.map(({ className, name, draw }) =>
      h('figure', { className: ['look', className] }, [
        h('figcaption', name(view)),
        h(
          'div.screen-of',
          blocks.flatMap((block) => draw(block, view)),
        ),
      ]),
    ),
  );
