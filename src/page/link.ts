import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { footer, markdown, notice } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { text } from './text.ts';

/** A private link that signs a browser in as the caller, and leads to `path` of the page. */
export async function linkToPage(caller: Caller, path: string, context: Pick<Context, 'page'>): Promise<Reply> {
  const words = text(caller.locale);
  const page = context.page();
  if (!page) return notice(words.noPage);
  if (caller.id.startsWith('web:')) return notice(words.here);
  return {
    visibility: 'caller',
    secret: true,
    accent: 'info',
    blocks: [markdown(words.link(await page.linkFor(caller, path))), footer(words.keepIt)],
  };
}
