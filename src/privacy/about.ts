import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { hideButton } from './reports.ts';
import { text } from './text.ts';

/** What is kept of people, for how long and who sees it, with the ways to get and to delete it. */
export async function renderPolicy({ id, locale }: Caller, { records }: Pick<Context, 'records'>): Promise<Reply> {
  const isHidden = (await records.personalData(id)).hidden !== undefined;
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.title },
      { type: 'text', markdown: words.policy.join('\n') },
      ...(isHidden ? [{ type: 'text', markdown: words.hiddenNow } as const] : []),
      {
        type: 'buttons',
        buttons: [
          button(words.export, 'privacy export'),
          hideButton(isHidden, { locale }),
          button(words.delete, 'privacy delete'),
        ],
      },
    ],
  };
}
