import type { RawFile } from 'discord.js';
import { hash } from '../../core/hash.ts';
import type { Log } from '../../core/log.ts';
import type { Drawable, Reply } from '../../core/reply/blocks.ts';
import { type Draw, isDrawable } from '../../core/reply/drawable.ts';
import { logFieldsWithStack } from './errors.ts';

/** A reply with its pictures drawn; without files, its pictures are told in words. `texts` are what it hands over. */
export interface Drawn {
  reply: Reply;
  files: readonly RawFile[];
  texts: readonly RawFile[];
}

/** One name a picture, the same each time. */
export const fileOf = (picture: Drawable): string => `card-${hash(JSON.stringify(picture)).toString(36)}.png`;

/** What most people have Discord in. */
const THEME = 'dark';

/** Draws what a reply has to be drawn; a picture that cannot be is no reason to say nothing. */
export async function drawReply(reply: Reply, draw: Draw, log: Log, nameOf = fileOf): Promise<Drawn> {
  const pictures = reply.blocks.filter(isDrawable);
  const texts = reply.blocks.flatMap((block): RawFile[] =>
    block.type === 'file' ? [{ name: block.name, data: Buffer.from(block.text), contentType: 'text/plain' }] : [],
  );
  try {
    const files = await Promise.all(
      pictures.map(async (picture): Promise<RawFile> => {
        const png = await draw(picture, THEME);
        return { name: nameOf(picture), data: Buffer.from(png), contentType: 'image/png' };
      }),
    );
    return { reply, files, texts };
  } catch (error) {
    log.warn(logFieldsWithStack(error), 'a picture could not be drawn');
    return { reply, files: [], texts };
  }
}
