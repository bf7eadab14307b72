import type { Caller } from './command/command.ts';

/** What pressing a card's button says of its concept. */
export type Press = 'knew' | 'again' | 'quiz' | 'more';
export const PRESSES: readonly Press[] = ['knew', 'again', 'quiz', 'more'];

/** Whose note it is: a Caller's id, and how others there know them. `at` is epoch milliseconds. */
interface Noted {
  person: string;
  name?: string;
  at: number;
}

/** What a person did that is worth keeping. `channel` is where they were, if not by themselves. */
export type Activity = Noted &
  (
    | { kind: 'lookup'; id: string }
    | { kind: 'answer'; channel?: string; question: string; term: string; right: boolean }
    /** A button of a posted card; `post` is the post's id, `term` its concept. */
    | { kind: 'press'; channel?: string; post: string; term: string; press: Press }
  );

/** Who does something, and where. */
export const actorOf = ({
  id,
  name,
  channel,
}: Pick<Caller, 'id' | 'name' | 'channel'>): { person: string; name?: string; channel?: string } => ({
  person: id,
  ...(name === undefined ? {} : { name }),
  ...(channel === undefined ? {} : { channel }),
});

/** A person's practice so far. */
export interface PracticeSummary {
  answered: number;
  right: number;
  /** Terms whose last answer was wrong, latest first. */
  again: readonly string[];
}

/** Something that shows how well a person knows a term. */
export interface Evidence {
  term: string;
  how: 'right' | 'wrong' | Press;
  /** Epoch milliseconds. */
  at: number;
}

/** All that is kept of a person, as they get it. */
export interface PersonalData {
  lookups: readonly { id: string; at: number }[];
  answers: readonly { question: string; term: string; right: boolean; at: number }[];
  presses: readonly { post: string; term: string; press: string; at: number }[];
  /**
   * Answers to live quizzes, with the name that the class saw; `elapsed` in milliseconds. Of one that is still on, not
   * which it is, since its options are drawn by that, and not what is right.
   */
  live: readonly {
    session?: string;
    question: number;
    name: string;
    picked: string;
    right?: boolean;
    elapsed: number;
    at: number;
  }[];
  /** With the name that the class knows them by. */
  classes: readonly { class: string; name?: string; at: number }[];
  instructorOf: readonly string[];
  /** Classes that they set up. */
  ownerOf: readonly string[];
  /** Guilds or workspaces that they manage, and when their platform told so last. */
  managerOf: readonly { space: string; at: number }[];
  /** Since when they keep out of reports, if they do. */
  hidden?: { at: number };
}

/** How a class answers the questions of a term. */
export interface Answered {
  term: string;
  answered: number;
  right: number;
}

/** What is kept of people. Noting takes no time; what was noted is there when it is asked for. */
export interface LearnerRecords {
  record(note: Activity): void;
  /** Ids last looked up, each once, newest first. */
  lookups(person: string, most: number): Promise<readonly string[]>;
  /** `most` limits `again`. */
  practice(person: string, most: number): Promise<PracticeSummary>;
  /** Everything that shows what a person knows, oldest first. */
  evidence(person: string): Promise<readonly Evidence[]>;
  /** The id of the class that the person was in last; undefined where they were in none. */
  classOf(person: string): Promise<string | undefined>;
  /** How a class has answered since then (epoch milliseconds, by days), without saying who. */
  answered(classId: string, since: number): Promise<readonly Answered[]>;
  personalData(person: string): Promise<PersonalData>;
  /** From now on no report names the person, or does again. `at`: epoch milliseconds. */
  hide(person: string, hidden: boolean, at: number): Promise<void>;
  /** Forgets a person; what a class did together stays, without saying who. */
  forget(person: string): Promise<void>;
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
