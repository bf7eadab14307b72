import { inEvery, type Localized } from '../../src/core/locale.ts';

/** A text with the commands that it names as they are typed: see slash(). */
export const asTyped = (markdown: string): string => markdown.replace(/\[(`\/[^`]*`[^\]]*)\]\(command:[^)]*\)/g, '$1');

export const bothAsTyped = (text: Localized): Localized => inEvery((locale) => asTyped(text[locale]));
