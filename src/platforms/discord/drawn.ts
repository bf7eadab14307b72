import type { RawFile } from 'discord.js';
import type { Log } from '../../core/log.ts';
import type { Draw, Picture, Reply } from '../../core/reply.ts';
import { hash } from '../../text/hash.ts';
import { traced } from './problems.ts';

/** A reply with its pictures drawn; without files, its pictures are told in words. */
export interface Drawn {
  reply: Reply;
  files: readonly RawFile[];
}

/** One name a picture, the same each time. */
export const fileOf = (picture: Picture): string => `card-${hash(JSON.stringify(picture)).toString(36)}.png`;

/** What most people have Discord in. */
const THEME = 'dark';

/** Draws what a reply has to be drawn; a picture that cannot be is no reason to say nothing. */
export async function drawn(reply: Reply, draw: Draw, log: Log): Promise<Drawn> {
  const pictures = reply.blocks.filter((block) => block.type === 'picture');
  try {
    const files = await Promise.all(
      pictures.map(async (picture): Promise<RawFile> => {
        const png = await draw(picture, THEME);
        return { name: fileOf(picture), data: Buffer.from(png), contentType: 'image/png' };
      }),
    );
    return { reply, files };
  } catch (error) {
    log.warn(traced(error), 'a picture could not be drawn');
    return { reply, files: [] };
  }
}
