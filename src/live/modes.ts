import type { Locale, Localized } from '../core/locale.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import type { LivePlan } from './machine.ts';
import { openTime } from './open-time.ts';
import { teamName } from './teams.ts';
import { text } from './text.ts';

/** All in which one way to play differs from another. */
interface LiveMode {
  /**
   * Does time count? Then a question closes by itself, the next one follows its answer, and a student sees how long they
   * took. Otherwise a question is open until the instructor goes on.
   */
  isTimed: boolean;
  /** Are players, or teams, ranked by their points? */
  isRanked: boolean;
  /** Do teams play? */
  hasTeams: boolean;
  /** Points of a right answer that took `elapsed` of the `open` milliseconds of its question. */
  points(elapsed: number, open: number): number;
  /** Points of `share` of the best answer, 0 to 1, to a question that scores by a rule of its own; undefined where none does. */
  pointsOfShare?(share: number): number;
  /** How it is called among past quizzes. */
  label(plan: LivePlan, locale: Locale): string;
  /** How it is played, as a class is told before the first question; Markdown. */
  rules(plan: LivePlan, locale: Locale): string;
}

/** The most that one answer scores. */
const MOST = 1000;

/** The slowest right answer scores half of what the fastest does. */
function pointsBySpeed(elapsed: number, open: number): number {
  const share = Math.min(1, Math.max(0, elapsed / open));
  return Math.round(MOST - (MOST / 2) * share);
}

const secondsOf = ({ open }: Pick<LivePlan, 'open'>): number => Math.round(open / 1000);

/** How long a question is open, in words, and one in several parts where there are some. */
function clockOf(plan: LivePlan, locale: Locale): string {
  const [first] = plan.long ?? [];
  return text(locale).eachTakes(
    secondsOf(plan),
    first === undefined ? undefined : secondsOf({ open: openTime(plan, first) }),
  );
}

/** Right answers score by how fast they are. */
const speed: LiveMode = {
  isTimed: true,
  isRanked: true,
  hasTeams: false,
  points: pointsBySpeed,
  pointsOfShare: (share) => Math.round(MOST * share),
  label: (_, locale) => text(locale).modes.speed,
  rules: (plan, locale) => text(locale).speedRules(plan.questions.length, clockOf(plan, locale)),
};

/** Right or wrong, without a clock. */
const calm: LiveMode = {
  isTimed: false,
  isRanked: false,
  hasTeams: false,
  points: () => 1,
  label: (_, locale) => text(locale).modes.calm,
  rules: ({ questions }, locale) => text(locale).calmRules(questions.length),
};

/** As speed, for teams. */
const team: LiveMode = {
  ...speed,
  hasTeams: true,
  label: ({ teams = 0 }, locale) => text(locale).teamCount(teams),
  rules(plan, locale) {
    const { questions, teams = 0, roles } = plan;
    if (roles === undefined) return text(locale).teamRules(questions.length, clockOf(plan, locale), teams);
    const names = roles.map((_, at) => escapeMarkdown(teamName(at, plan, locale)));
    return text(locale).roleRules(questions.length, clockOf(plan, locale), names.join(', '));
  },
};

/** In the order in which they are offered; where an instructor names none, the first that fits is played. */
export const MODE_NAMES = ['speed', 'calm', 'team'] as const;
export type ModeName = (typeof MODE_NAMES)[number];

const MODES: Readonly<Record<ModeName, LiveMode>> = { speed, calm, team };

export const modeOf = ({ mode }: Pick<LivePlan, 'mode'>): LiveMode => MODES[mode];

/** Modes as an instructor chooses them. */
export const MODE_CHOICES: Readonly<Record<ModeName, Localized>> = {
  speed: text.both(({ modes }) => modes.speed),
  calm: text.both(({ modes }) => modes.calm),
  team: text.both(({ modes }) => modes.team),
};

/** When a question closes, as an instructor chooses it: once all who joined have answered, or not before its time. */
export const CLOSE_CHOICES = {
  early: text.both(({ closing }) => closing.early),
  full: text.both(({ closing }) => closing.full),
} as const;
export type CloseName = keyof typeof CLOSE_CHOICES;

/** How it goes on after an answer: by itself, or when the instructor says so. */
export const AUTO_CHOICES = {
  auto: text.both(({ goingOn }) => goingOn.auto),
  manual: text.both(({ goingOn }) => goingOn.manual),
} as const;
export type AutoName = keyof typeof AUTO_CHOICES;
