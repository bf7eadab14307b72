/** What a person did that is worth keeping. `person` is a Caller's id, `at` epoch milliseconds. */
export type Note =
  | { kind: 'lookup'; person: string; id: string; at: number }
  | { kind: 'answer'; person: string; question: string; term: string; right: boolean; at: number };

/** A person's practice so far. */
export interface Practised {
  answered: number;
  right: number;
  /** Terms whose last answer was wrong, latest first. */
  again: readonly string[];
}

/** What is kept of people. Noting takes no time; what was noted is there when it is asked for. */
export interface Memory {
  note(note: Note): void;
  /** Ids last looked up, each once, newest first. */
  lookups(person: string, most: number): Promise<readonly string[]>;
  /** `most` limits `again`. */
  practice(person: string, most: number): Promise<Practised>;
}

const KEPT = 1000;

/** Keeps the latest for as long as the process runs: for a terminal, where nobody has asked for more. */
export function createForgetful(): Memory {
  const notes: Note[] = [];
  const of = (person: string): Note[] => notes.filter((note) => note.person === person).reverse();
  return {
    note(note) {
      notes.push(note);
      if (notes.length > KEPT) notes.shift();
    },
    lookups: async (person, most) =>
      Array.from(new Set(of(person).flatMap((note) => (note.kind === 'lookup' ? [note.id] : [])))).slice(0, most),
    async practice(person, most) {
      const answers = of(person).flatMap((note) => (note.kind === 'answer' ? [note] : []));
      const last = new Map(answers.toReversed().map((answer) => [answer.term, answer.right]));
      const latest = Array.from(new Set(answers.map(({ term }) => term)));
      return {
        answered: answers.length,
        right: answers.filter(({ right }) => right).length,
        again: latest.filter((term) => last.get(term) === false).slice(0, most),
      };
    },
  };
}

/** Names that only the first to claim them gets, over all processes and restarts: so that nothing is done twice. */
export interface Claims {
  /** True for whoever is first. */
  claim(key: string): Promise<boolean>;
  /** Gives it back, where what was claimed was not done. */
  release(key: string): Promise<void>;
}

/** Names that are remembered; of more, the oldest are forgotten. */
const CLAIMED = 100_000;

/** Claims of one process, for as long as it runs. */
export function createClaims(claimed = new Set<string>()): Claims {
  return {
    async claim(key) {
      if (claimed.has(key)) return false;
      claimed.add(key);
      for (const oldest of claimed) {
        if (claimed.size <= CLAIMED) break;
        claimed.delete(oldest);
      }
      return true;
    },
    release: async (key) => void claimed.delete(key),
  };
}
