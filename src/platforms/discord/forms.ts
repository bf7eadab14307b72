import type { RawFile } from 'discord.js';
import type { Localized } from '../../core/locale.ts';
import { notice } from '../../core/reply/builders.ts';
import type { View } from './components.ts';
import { type Drawn, fileOf } from './drawn.ts';
import { type Payload, render, renderEmbed, renderText } from './render.ts';

const WITHHELD: Localized = {
  ko: '이 서버에서는 나만 볼 수 있게 보낼 수 없어서 보내지 않았어요. 도시락과의 개인 메시지에서 다시 해 주세요.',
  en: 'On this server everyone would see it, so it was not sent. Ask again in a direct message with Dosirak.',
};

/** What everyone may see of an answer: a file for the caller alone, such as all that is kept of them, is none of it. */
export const withheld = (made: Drawn, { others, locale }: View): Drawn =>
  others && made.reply.visibility === 'caller' && made.texts.length > 0
    ? { reply: notice(WITHHELD[locale]), files: [], texts: [] }
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
