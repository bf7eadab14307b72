import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from '../course/context.ts';
import { hideButton } from './reports.ts';
import { text } from './text.ts';

/** The points, in as few texts as take them whole. */
function textsOf(points: readonly string[]): string[] {
  const texts: string[] = [];
  for (const point of points) {
    const longer = `${texts.at(-1)}\n${point}`;
    if (texts.length > 0 && longer.length <= LIMITS.text) texts[texts.length - 1] = longer;
    else texts.push(point);
  }
  return texts;
}

/** What is kept of people, for how long and who sees it, with the ways to get and to delete it. */
export async function renderPolicy(
  { id, locale }: Caller,
  { records, courses }: Pick<Context, 'records' | 'courses'>,
): Promise<Reply> {
  const isHidden = (await records.personalData(id)).hidden !== undefined;
  const words = text(locale);
  const labs = courses().some(({ content }) => content.settings.features.includes('kubernetes'));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.title },
      ...textsOf(words.policy({ labs })).map((markdown) => ({ type: 'text', markdown }) as const),
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
