import type { Question, Term } from '../../content/model.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, fields, heading, markdown } from '../../core/reply/builders.ts';
import { byShare, percentInWords, type Tally } from '../../core/reply/percent.ts';
import type { Answer } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { termButtons } from '../../course/term-blocks.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine, withoutEscapes } from '../../markdown/escape.ts';
import { describeAnswering, solutionInWords } from '../../questions/types.ts';
import { marksLine, recapLine } from '../lines.ts';
import { sessionForInstructor } from '../sessions.ts';
import { sessionTitle } from '../state.ts';
import { askAgain } from './ask-again.ts';
import { countAnswers } from './distribution.ts';
import {
  answersTo,
  countedQuestions,
  findMissed,
  type PlayedSession,
  playedQuestions,
  readPlayedSession,
  summarizeAnswers,
  tallyOf,
} from './played.ts';
import { text } from './text.ts';

/** Concepts, and mistakes, that are named. */
const NAMED = 5;
/** Buttons of missed concepts, beside those that ask again and hand over the marks: five make a row on Discord. */
const LOOKUPS = 3;
/** So many made a mistake that it is no slip. */
const SEVERAL = 2;
/** Mistakes that are told of one question. */
const TOLD = 3;
/** Letters of a question or an answer where it is only to be recognized. */
const BRIEF = 60;

/** Concepts that were missed, by the share of right answers, worst first. */
function missedTerms(played: PlayedSession, terms: ReadonlyMap<string, Term>): (Tally & { term: Term })[] {
  const byTerm = Map.groupBy(played.answers, ({ question }) => played.questions[question]?.term);
  return Array.from(byTerm, ([id, own]) => ({ term: terms.get(id ?? ''), ...tallyOf(own) }))
    .flatMap(({ term, answered, right }) => (term && right < answered ? [{ term, answered, right }] : []))
    .sort(byShare)
    .slice(0, NAMED);
}

/** What several got wrong about one thing that a question offers: they chose it, or, where it is right, left it out. */
interface Mistake {
  label: string;
  count: number;
  leftOut: boolean;
}

const mostMadeFirst = (a: Mistake, b: Mistake): number => b.count - a.count;

/** The mistakes that several made in a question, most often first. */
const mistakesIn = (question: Question, session: string, own: readonly Answer[], locale: Locale): Mistake[] =>
  countAnswers(question, session, own, locale)
    .flatMap(({ label, count, right, leftOut, dontKnow, rest }) => {
      // A single right option that is left out has no count here: another one was chosen instead.
      const many = right ? (leftOut ?? 0) : count;
      return dontKnow || rest || many < SEVERAL ? [] : [{ label, count: many, leftOut: right }];
    })
    .sort(mostMadeFirst)
    .slice(0, TOLD);

const brief = (words: string): string => literalLine(truncate(words, BRIEF));

/** The mistakes that several made, most often first: what the class believes. Each question is named once. */
function commonMistakes({ id, questions, answers }: PlayedSession, locale: Locale): string[] {
  const words = text(locale);
  return questions
    .flatMap((question, at) => {
      const [worst, ...others] = question ? mistakesIn(question, id, answersTo({ answers }, at), locale) : [];
      return question && worst ? [{ question, worst, made: [worst, ...others] }] : [];
    })
    .sort((a, b) => mostMadeFirst(a.worst, b.worst))
    .slice(0, NAMED)
    .map(({ question, made }) =>
      words.mistakesIn({
        made: made.map(({ count, label, leftOut }) =>
          words.mistake({
            count,
            option: brief(label),
            did: leftOut ? words.leftOut : describeAnswering(question)[locale],
          }),
        ),
        question: brief(withoutEscapes(question.ask[locale]).replaceAll('`', '')),
        solution: brief(solutionInWords(question, locale)),
      }),
    );
}

const list = (title: string, lines: readonly string[]): Block[] =>
  lines.length === 0 ? [] : [markdown(`**${title}**\n\n${lines.join('\n')}`)];

/** What an instructor takes from a session: who took part, which concepts were missed, what was believed instead. */
export function renderRecap(played: PlayedSession, terms: ReadonlyMap<string, Term>, locale: Locale): Reply {
  const words = text(locale);
  const { answers, state, id } = played;
  const reply = (...blocks: readonly Block[]): Reply => ({
    visibility: 'caller',
    accent: 'info',
    blocks: [heading(sessionTitle(state, locale), words.forInstructors), ...blocks],
  });
  if (answers.length === 0) return reply(markdown(words.nobodyPlayed));
  const { players, share } = summarizeAnswers(played);
  const count = playedQuestions(state, answers).length;
  const counted = countedQuestions(state).length;
  const leftOut = state.live.plan.questions.length - counted;
  const each = Math.round((10 * answers.length) / count) / 10;
  const missed = missedTerms(played, terms);
  const again = findMissed(played).length;
  const missedLines = missed.map(
    ({ term, ...tally }, i) => `${i + 1}. ${words.missedTerm(literalLine(term.title[locale]), percentInWords(tally))}`,
  );
  const mistakes = commonMistakes(played, locale).map((mistake) => `- ${mistake}`);
  return reply(
    fields(
      { name: words.playersName, value: words.playersEach(players, each) },
      { name: words.rightName, value: share },
      {
        name: words.questionsName,
        value: [
          words.questionsPlayed(count, counted),
          ...(leftOut === 0 ? [] : [words.questionsLeftOut(leftOut)]),
        ].join(' · '),
      },
    ),
    ...list(words.missedTerms, missedLines),
    ...list(words.mistakes, mistakes),
    ...(again === 0 ? [markdown(words.nothingMissed)] : []),
    buttons(
      ...(again === 0
        ? []
        : [button(words.askAgainCount(again), recapLine.write({ session: id, what: 'again' }), 'primary')]),
      button(words.marksFile, marksLine.write({ session: id })),
      ...termButtons(missed.map(({ term }) => term).slice(0, LOOKUPS), locale),
    ),
  );
}

const gone = (): UserError => new UserError(text.both((words) => words.noSummary));
const onlyInstructors = (): UserError => new UserError(text.both((words) => words.onlyInstructorsSee));

/**
 * The summary of a session that is over, or what was missed in it once more.
 * @throws UserError to a student, before the session is over, and where it cannot be read any more.
 */
export async function showRecap(
  said: { session: string; what?: 'again' | undefined; answer?: 'yes' | 'no' | undefined } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { session, one } = await sessionForInstructor(said?.session, caller, { gone, onlyInstructors }, context);
  if (session.wakes !== undefined) throw new UserError(text.both((words) => words.summaryLater));
  const played = await readPlayedSession(session, context);
  if (!played) throw gone();
  return said?.what === 'again'
    ? askAgain(one, played, said.answer, caller, context)
    : renderRecap(played, context.course().terms, caller.locale);
}
