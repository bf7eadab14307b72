import { typedTopic } from '../../core/command/typed-options.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { text, type Use } from './text.ts';

/** Which questions an instructor wants: those of authors alone, or also those that the bot makes where there are none. */
export const SOURCE_NAMES = ['written', 'made'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

export const SOURCE_CHOICES = {
  written: text.both(({ sources }) => sources.written),
  made: text.both(({ sources }) => sources.made),
} as const;

/**
 * Asks an instructor whether the bot may add questions that it makes of definitions, where there are only `written` of
 * authors. `rest` is what was typed beside the topic.
 */
export function offerMade(
  use: Use,
  { written, withMade }: { written: number; withMade: number },
  { topic, rest }: { topic: string | undefined; rest: string },
  locale: Locale,
): Reply {
  const words = text(locale);
  const typed = `live ${use}${typedTopic(topic)}${rest}`;
  const ways: { source: SourceName; label: string }[] = [
    { source: 'made', label: words.withMade(written, withMade, use) },
    ...(written === 0 ? [] : [{ source: 'written' as const, label: words.onlyWritten(written, use) }]),
  ];
  const lines = ways.map(({ source, label }) => ({ label, line: `${typed} source:${source}` }));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      markdown(words.ask(written, withMade)),
      // What is too long for a button can still be typed.
      buttons(
        ...lines
          .filter(({ line }) => Array.from(line).length <= LIMITS.line)
          .map(({ label, line }, i) => button(label, line, i === 0 ? 'primary' : undefined)),
      ),
    ],
  };
}
