import type { Answer, Player, Sessions } from '../core/session.ts';
import type { Live } from './machine.ts';
import { keyPrefixOf } from './posts.ts';

/** Who has joined a quiz: those who pressed that they do, and those who have answered anything. A place alone is no press. */
export const whoJoined = (
  players: readonly Pick<Player, 'person' | 'name'>[],
  answers: readonly Pick<Answer, 'person'>[],
): Set<string> => {
  const pressed = players.filter(({ name }) => name !== undefined);
  return new Set([...pressed, ...answers].map(({ person }) => person));
};

/** How many questions of a quiz are closed. */
function countClosed({ plan, step }: Live): number {
  switch (step.kind) {
    case 'countdown':
      return 0;
    case 'asking':
      return step.at;
    case 'told':
      return step.at + 1;
    case 'over':
      return plan.questions.length;
    default:
      return step satisfies never;
  }
}

/**
 * Has the lobby tell how many have joined. Answers to an open question are counted under that, and here once it is closed,
 * so that none of them edits two messages.
 */
export const tallyJoined = (
  id: string,
  live: Live,
  { sessions }: { sessions: Pick<Sessions, 'tallyJoined'> },
): Promise<void> => sessions.tallyJoined(id, countClosed(live), keyPrefixOf(id, { kind: 'count' }));
