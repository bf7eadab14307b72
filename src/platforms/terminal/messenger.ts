import type { Messenger, Posting } from '../../core/platform.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { clockInWords } from '../../core/reply/controls.ts';

/** The small print of a reply: what changes on a message while it counts. */
const footOf = ({ blocks }: Reply): string =>
  blocks.flatMap((block) => (block.type === 'footer' ? [block.text] : [])).join(' ');

/** The clock of a reply, before its small print: it moves whenever that changes, and by itself says nothing. */
const withClock = ({ blocks }: Reply, foot: string): string =>
  [...blocks.flatMap((block) => (block.type === 'countdown' ? [clockInWords(block)] : [])), foot].join(' · ');

/**
 * The class's channel at a terminal: what is posted is shown, and of what changes, what it counts. `tell` shows what is
 * for one person alone: a student of that name, or, where it is empty, the person at the terminal.
 */
export function createMessenger(parts: {
  show(reply: Reply): void;
  tell(reply: Reply, name: string): void;
  whisper(text: string): void;
}): Messenger {
  const feet = new Map<string, string>();
  const keepFoot = ({ idempotencyKey, reply }: Posting): string => {
    const foot = footOf(reply);
    feet.set(idempotencyKey, foot);
    return foot;
  };
  return {
    platform: 'terminal',
    async post(channel, posting) {
      keepFoot(posting);
      const [, person] = channel.split(':@');
      if (person === undefined) parts.show(posting.reply);
      else parts.tell(posting.reply, person);
      return { kind: 'sent', message: posting.idempotencyKey };
    },
    find: async (_, key) => (feet.has(key) ? { kind: 'sent', message: key } : undefined),
    async edit(_channel, message, posting) {
      const before = feet.get(message);
      const foot = keepFoot(posting);
      if (foot !== '' && foot !== before) parts.whisper(withClock(posting.reply, foot));
      return 'shown';
    },
    reach: async () => ({ kind: 'open', space: 'terminal' }),
  };
}
