import type { RawFile } from 'discord.js';
import { notice } from '../../core/reply/builders.ts';
import { type Drawn, fileOf } from './drawn.ts';
import type { View } from './parts.ts';
import { type Payload, render, renderEmbed, renderText } from './render.ts';
import { text } from './text.ts';

/** An answer that everyone will see, without what is for the caller alone, such as the file of their own data or a link that signs them in. */
export const withheld = (made: Drawn, { others, locale }: View): Drawn =>
  others && made.reply.visibility === 'caller' && (made.reply.secret || made.texts.length > 0)
    ? { reply: notice(text(locale).withheld), files: [], texts: [] }
    : made;

/** A message and the files that go with it. */
export interface Form {
  payload: Payload;
  files: readonly RawFile[];
}

/** Components v2 first, with pictures where there are some; older servers know only embeds, or only text. */
export function formsOf({ reply, files, texts }: Drawn, view: View, nameOf = fileOf): [() => Form, ...(() => Form)[]] {
  const older = [renderEmbed, renderText].map((form) => () => ({ payload: form(reply, view), files: [] }));
  const words = (): Form => ({ payload: render(reply, view), files: texts });
  return files.length === 0
    ? [words, ...older]
    : [() => ({ payload: render(reply, { ...view, fileOf: nameOf }), files: [...files, ...texts] }), words, ...older];
}
