import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Picture } from '../../core/reply/blocks.ts';
import type { ClusterPicture } from '../../core/reply/cluster.ts';
import type { Theme } from '../../core/reply/drawable.ts';
import { memoizePer } from '../../language/memoize.ts';
import { WEB } from './limits.ts';
import type { Signer } from './secrets.ts';

const PURPOSE = 'picture';

const picture = z.object({
  type: z.literal('picture'),
  title: z.string(),
  aside: z.string().optional(),
  text: z.string(),
  quote: z.string().optional(),
  diagram: z.unknown().optional(),
  foot: z.string(),
});

const shown = z.union([picture, z.object({ type: z.literal('cluster'), frames: z.array(z.unknown()) })]);

/**
 * Addresses of cards and of clusters. A card stands in its own address, packed and signed: so any process draws it, after any restart, and
 * none draws what a stranger has made up.
 */
export function createPictures({ sign, isSigned }: Signer) {
  const packed = memoizePer((_: Picture | ClusterPicture): { path?: string } => ({}));
  return {
    url(card: Picture | ClusterPicture, theme: Theme): string {
      const known = packed(card);
      if (known.path === undefined) {
        const data = deflateRawSync(JSON.stringify(card)).toString('base64url');
        known.path = `/picture/${sign(PURPOSE, data)}/${data}`;
      }
      return `${known.path}/${theme}.png`;
    },
    /** The card of an address; undefined for one that we did not make. */
    read(signature: string, data: string): Picture | ClusterPicture | undefined {
      if (!isSigned(PURPOSE, data, signature)) return undefined;
      const unpacked = inflateRawSync(Buffer.from(data, 'base64url'), { maxOutputLength: WEB.picture }).toString();
      const read: unknown = JSON.parse(unpacked);
      if (!shown.safeParse(read).success) return undefined;
      // Safe: we signed it, so it is a card of ours, if of an older version: its diagram is as the drawing takes it.
      return read as Picture | ClusterPicture;
    },
  };
}

export type Pictures = ReturnType<typeof createPictures>;
