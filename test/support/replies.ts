import type { Block, Button, Reply } from '../../src/core/reply/blocks.ts';
import { inWords } from '../../src/core/reply/drawable.ts';
import { formInWords } from '../../src/core/reply/form.ts';
import { LIMITS } from '../../src/core/reply/limits.ts';
import { asTyped } from './slashes.ts';

/** The reply's first block of a type, with the commands that it names as they are typed; an error names what it has instead. */
export function blockOf<T extends Block['type']>(reply: Reply, type: T): Extract<Block, { type: T }> {
  const found = reply.blocks.find((block) => block.type === type);
  if (!found) throw new Error(`no ${type} in ${JSON.stringify(reply)}`);
  // Safe: it was found by this very type.
  return (found.type === 'text' ? { ...found, markdown: asTyped(found.markdown) } : found) as Extract<
    Block,
    { type: T }
  >;
}

export const buttonsOf = ({ blocks }: Reply): Button[] =>
  blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));

/** The line of the button that Enter alone would press. */
export function mainLine(reply: Reply): string {
  const main = buttonsOf(reply).find((button) => button.primary);
  if (!main) throw new Error(`no main button in ${JSON.stringify(reply)}`);
  return main.line;
}

/** Every text that people see, but for buttons' labels. */
export const textsOf = (reply: Reply): string[] =>
  reply.blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
        return [block.text, block.aside ?? ''];
      case 'footer':
        return [block.text];
      case 'text':
      case 'quote':
        return [asTyped(block.markdown)];
      case 'fields':
        return block.fields.flatMap(({ name, value }) => [name, value]);
      case 'choice':
        return block.options.map(({ label }) => label);
      case 'menus':
        return block.menus.flatMap(({ label, options }) => [label, ...options.map((one) => one.label)]);
      case 'input':
        return [block.label];
      case 'chart':
      case 'board':
      case 'heat':
      case 'cluster':
        return inWords(block).flatMap((one) => textsOf({ ...reply, blocks: [one] }));
      case 'file':
        return [block.text];
      case 'form':
        return formInWords(block, 'ko').flatMap((one) => textsOf({ ...reply, blocks: [one] }));
      case 'countdown':
        return [[block.before, block.left, block.after].filter((part) => part !== '').join(' ')];
      case 'picture':
        return [block.title, block.aside ?? '', block.text, block.quote ?? '', block.foot];
      default:
        return [];
    }
  });

const over = (what: string, text: string, most: number): string[] => {
  const length = Array.from(text).length;
  return length === 0 || length > most ? [`${what} has ${length} characters: ${text}`] : [];
};

/** What a reply has that some platform could not show whole; empty for a reply that keeps to LIMITS. */
export const excesses = (reply: Reply): string[] =>
  reply.blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
        return [
          ...over('heading', block.text, LIMITS.heading),
          ...(block.aside === undefined ? [] : over('aside', block.aside, LIMITS.heading)),
        ];
      case 'text':
      case 'quote':
        return [
          ...over(block.type, block.markdown, LIMITS.text),
          ...(block.markdown.trim() === '' ? [`an empty ${block.type}`] : []),
        ];
      case 'fields':
        return [
          ...(block.fields.length === 0 ? ['empty fields'] : []),
          ...block.fields.flatMap(({ name, value }) => [
            ...over('field', name, LIMITS.heading),
            ...over('field', value, LIMITS.field),
          ]),
        ];
      case 'buttons':
        return [
          ...(block.buttons.length > LIMITS.buttons ? [`${block.buttons.length} buttons`] : []),
          ...(block.buttons.length === 0 ? ['empty buttons'] : []),
          ...(new Set(block.buttons.map(({ line }) => line)).size < block.buttons.length ? ['a button twice'] : []),
          ...block.buttons.flatMap(({ label, line }) => [
            ...over('label', label, LIMITS.label),
            ...over('line', line, LIMITS.line),
          ]),
        ];
      case 'choice':
        return [
          ...(block.options.length > LIMITS.options ? [`${block.options.length} options`] : []),
          // Every option picked, in one line.
          ...over('line', `${block.line} ${block.options.map(({ value }) => value).join('')}`, LIMITS.line),
          ...block.options.flatMap(({ label }) => over('option', label, LIMITS.option)),
        ];
      case 'menus':
        return [
          ...(block.menus.length > 5 ? [`${block.menus.length} menus`] : []),
          // What is picked so far of all, and the menu that is picked from.
          ...over('line', `${block.line} ${'.'.repeat(block.menus.length)}5`, LIMITS.line),
          ...block.menus.flatMap(({ label, options }) => [
            ...over('menu', label, LIMITS.label),
            ...options.flatMap((one) => over('option', one.label, LIMITS.label)),
          ]),
        ];
      case 'input':
        return [...over('line', block.line, LIMITS.line), ...over('label', block.label, LIMITS.label)];
      case 'picture':
        return [
          ...over('title', block.title, LIMITS.heading),
          // A section's diagram says all of it.
          ...(block.text === '' && block.diagram ? [] : over('text', block.text, LIMITS.field)),
          ...over('quote', block.quote ?? '-', LIMITS.field),
          ...over('foot', block.foot, LIMITS.heading),
        ];
      case 'chart':
      case 'board':
      case 'heat':
      case 'cluster':
        return inWords(block).flatMap((one) => excesses({ ...reply, blocks: [one] }));
      case 'file':
        return /^[\w-]+\.\w+$/.test(block.name) ? [] : [`a file named ${block.name}`];
      case 'mentions':
        return over('name', block.name, LIMITS.heading);
      case 'form':
        return [
          ...over('title', block.title, 24),
          ...over('line', block.line, LIMITS.line),
          ...block.parts.flatMap((part) => [
            ...over('label', part.label, 45),
            ...('options' in part ? part.options.flatMap(({ label }) => over('option', label, LIMITS.label)) : []),
            ...('hint' in part ? over('hint', part.hint, 100) : []),
          ]),
        ];
      case 'countdown':
        return [block.before, block.left, block.after].flatMap((part) =>
          part === '' ? [] : over('clock', part, LIMITS.heading),
        );
      default:
        return over('footer', block.text, LIMITS.heading);
    }
  });
