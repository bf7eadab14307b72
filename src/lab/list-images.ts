import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { footer, heading, markdown } from '../core/reply/builders.ts';
import { text } from './text.ts';

/** Tags of an image that are named; it may have a hundred. */
const NAMED = 4;

/** `docker.io/library/nginx` -> `nginx`, as manifests name it. */
const shortName = (name: string): string => name.replace(/^docker\.io\/(?:library\/)?/, '');

/** The images that a lab can pull. */
export async function listImages({ locale }: Pick<Caller, 'locale'>): Promise<Reply> {
  // It brings all programs that run in containers.
  const { CATALOGUE } = await import('./images/catalogue/catalogue.ts');
  const words = text(locale);
  const lines = CATALOGUE.map(({ names: [first = ''], tags }) => {
    const name = shortName(first);
    const named = tags.slice(0, NAMED);
    const note = words.imageNotes[name];
    const versions = words.tags(named, tags.length - named.length);
    return `- \`${name}\`: ${note === undefined ? versions : `${note} (${versions})`}`;
  });
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [heading(words.images), markdown(lines.join('\n')), footer(words.otherImages)],
  };
}
