import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, fields, footer, heading } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { flagButton } from '../../course/flag-button.ts';
import { practisedBy } from '../../course/hidden-questions.ts';
import { isKeptBack } from '../../course/kept-back.ts';
import type { FindWithheld } from '../../practice/withheld.ts';
import { resultLine } from '../lines.ts';
import { isCounted } from '../machine.ts';
import { type ShownScene, sceneOfPost } from '../posts.ts';
import { questionsIn } from '../session-questions.ts';
import { text as liveText } from '../text.ts';
import { type OwnAnswer, renderOwnAnswer, renderOwnPick } from './own-answers.ts';
import { countedQuestions } from './played.ts';
import { practiseButtons, practiseMissed, stillAsked } from './practise-missed.ts';
import { ownFields, shareSnapshots, teamFields } from './snapshot.ts';
import { text } from './text.ts';

/** What a student asks of a message of a live quiz; undefined for what no button of ours says. */
type Said = { post: string; what?: 'page' | 'again' | undefined; number?: number | undefined } | undefined;
type Reader = Pick<Caller, 'id' | 'locale' | 'channel'>;

/** Questions a page of one's own result: each may have some lines of code. */
const PAGE = 3;

/** For a message that the store has no more. */
export const gone = (): UserError => new UserError(liveText.both(({ refused }) => refused.gone));

/** A student's answer to the question of a message; what is right, once that was told. */
async function renderOneAnswer(
  { session, state }: ShownScene,
  at: number,
  reader: Reader,
  context: Context,
): Promise<Reply> {
  const { id: person, locale } = reader;
  const question = (await questionsIn(session, state, context))[at];
  if (!question) throw gone();
  const answer = (await context.sessions.answersOf(session.id, person)).find((one) => one.question === at);
  const { step } = state.live;
  const isTold = step.kind === 'over' || (step.kind !== 'countdown' && (step.at > at || step.kind === 'told'));
  const own = { session: session.id, at, question, answer };
  return {
    visibility: 'caller',
    accent: isTold && answer?.right ? 'success' : 'info',
    blocks: isTold
      ? [
          renderOwnAnswer(own, reader),
          ...(isCounted(state.live, at) ? [] : [footer(liveText(locale).leftOut)]),
          buttons(flagButton(question, locale)),
        ]
      : renderOwnPick(own, reader),
  };
}

/** A page of a student's own answers, with the ways on: the next page, and practice of so many that they missed. */
function renderOwnAnswers(
  own: readonly OwnAnswer[],
  missed: number,
  page: number,
  post: string,
  reader: Reader,
): { answers: Block[]; ways: Block } {
  const { locale } = reader;
  const words = text(locale);
  const next = page * PAGE;
  const line = resultLine.write({ post, what: 'page', number: page + 1 });
  const more = own.slice(next, next + PAGE);
  const [first, last] = [more[0], more.at(-1)];
  return {
    answers: own.slice(next - PAGE, next).map((one) => renderOwnAnswer(one, reader)),
    ways: buttons(
      ...(missed > 0 ? practiseButtons(post, missed, locale) : [button(words.moreQuestions, 'quiz', 'primary')]),
      ...(first && last ? [button(words.morePages(first.at + 1, last.at + 1), line)] : []),
    ),
  };
}

/** Answers what a message of a live quiz has for one player: their answer to its question, or all that they answered. */
export function createOwnResult(
  context: Context,
  withheldFrom: (who: Reader) => FindWithheld,
): (said: Said, who: Reader) => Promise<Reply> {
  const snapshotOf = shareSnapshots(context);
  return async (said, who) => {
    const { id: person, locale } = who;
    const words = text(locale);
    const shown = said && (await sceneOfPost(await context.outbox.byId(said.post), context));
    if (!shown) throw gone();
    if ('at' in shown.scene) return renderOneAnswer(shown, shown.scene.at, who, context);
    if (shown.state.live.step.kind !== 'over') throw new UserError(text.both(({ notOverYet }) => notOverYet));
    const { session, state } = shown;
    const { plan } = state.live;
    const snapshot = await snapshotOf(session.id, state);
    const given = new Map((snapshot.answers.get(person) ?? []).map((one) => [one.question, one]));
    // Where no student played, all that was to be asked can still be practised.
    const shownOnes = new Set(snapshot.played.length === 0 ? countedQuestions(state) : snapshot.played);
    const own = (await questionsIn(session, state, context)).flatMap((question, at) =>
      question && shownOnes.has(at) ? [{ session: session.id, at, question, answer: given.get(at) }] : [],
    );
    const wrong = own.filter(({ answer }) => !answer?.right).map(({ question }) => question);
    // A whole class looks at the same time: the store is asked only where something may be kept back.
    const mayBeClosed = wrong.some((question) => isKeptBack(question, context.course()));
    const missed = mayBeClosed ? stillAsked(wrong, (await practisedBy(who, context)).course()) : wrong;
    if (said.what === 'again') return practiseMissed(missed, said.number ?? 1, who, context, withheldFrom(who));
    if (given.size === 0) throw new UserError(text.both(({ didNotPlay }) => didNotPlay));
    const right = own.filter(({ answer }) => answer?.right).length;
    const stats = [
      ...ownFields(person, plan, snapshot, locale),
      ...teamFields(person, session.id, plan, snapshot, locale),
    ];
    const { answers, ways } = renderOwnAnswers(own, missed.length, said.number ?? 1, said.post, who);
    return {
      visibility: 'caller',
      accent: right === own.length ? 'success' : 'info',
      ...(said.what === 'page' ? { replaces: true } : {}),
      blocks: [
        heading(words.ownScore(right, own.length)),
        ...(stats.length > 0 ? [fields(...stats)] : []),
        ...answers,
        ways,
      ],
    };
  };
}
