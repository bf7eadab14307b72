import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { View } from './elements.ts';
import { text } from './text.ts';

/** Said where an answer may have arrived or not: it is not sent twice. */
export function maybeLost(line: string, shared: boolean, { locale }: View): Reply {
  const { maybeShared, maybeAnswered, again } = text(locale);
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      markdown(shared ? maybeShared : maybeAnswered),
      ...(line !== '' && line.length <= LIMITS.line ? [buttons(button(again, line))] : []),
    ],
  };
}
