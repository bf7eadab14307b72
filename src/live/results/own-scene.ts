import type { Question } from '../../content/model.ts';
import type { Caller } from '../../core/command/command.ts';
import { dontKnowLabel, isDontKnow } from '../../core/dont-know.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import type { Row } from '../../core/reply/board.ts';
import { buttons, fields } from '../../core/reply/builders.ts';
import type { Answer } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { flagButton } from '../../course/flag-button.ts';
import { form } from '../../questions/types.ts';
import { resultLine } from '../lines.ts';
import { isCounted } from '../machine.ts';
import { renderPost } from '../messages.ts';
import { modeOf } from '../modes.ts';
import { type ShownScene, sceneOfPost } from '../posts.ts';
import { questionsIn } from '../session-questions.ts';
import { liveShuffle } from '../state.ts';
import { type OwnAnswer, renderOwnGiven } from './own-answers.ts';
import { gone } from './own-result.ts';
import { shareBriefly } from './share-briefly.ts';
import { ownFields, type ResultSnapshot, shareSnapshots, teamFields } from './snapshot.ts';
import { text } from './text.ts';

/** Milliseconds for which all who look at a told answer share what the class reads of it. */
const SHARED = 2000;

type Reader = Pick<Caller, 'id' | 'locale' | 'channel'>;

const isForm = ({ type }: Block): boolean => type === 'choice' || type === 'menus' || type === 'input';

/** The same with `more` before its first buttons, or at its end. */
function insertBeforeButtons(blocks: readonly Block[], more: readonly Block[]): Block[] {
  const at = blocks.findIndex(({ type }) => type === 'buttons');
  return at < 0 ? [...blocks, ...more] : [...blocks.slice(0, at), ...more, ...blocks.slice(at)];
}

/** A question that is not told yet, with what the student has sent: in its form, or in words where it has none just now. */
function withOwnPick(reply: Reply, own: OwnAnswer, reader: Reader): Reply {
  const { answer } = own;
  if (!answer) return reply;
  if (!reply.blocks.some(isForm))
    return { ...reply, blocks: insertBeforeButtons(reply.blocks, [renderOwnGiven(own, reader, '✏️')]) };
  const words = text(reader.locale);
  const isUnknown = isDontKnow(answer.picked);
  const note = isUnknown ? `${words.own}: ${dontKnowLabel[reader.locale]}` : words.sent;
  return { ...reply, answered: { given: answer.picked, isUnknown, mine: words.own, note } };
}

/** Whether the student was right, in few words. */
function verdict(answer: Pick<Answer, 'picked' | 'right'> | undefined, locale: Locale): string {
  const words = text(locale);
  if (!answer) return `➖ ${words.noAnswer}`;
  if (isDontKnow(answer.picked)) return `➖ ${words.didNotKnow}`;
  return answer.right ? `⭕ ${words.wasRight}` : `❌ ${words.wasWrong}`;
}

/** What a student chose among options, by their labels; none where the answer is no pick of options. */
function labelsOf(question: Question, picked: string, session: string, locale: Locale): ReadonlySet<string> {
  if (isDontKnow(picked)) return new Set([dontKnowLabel[locale]]);
  const shown = form(question, locale, liveShuffle(session, question));
  if (shown.type !== 'choice' || shown.ordered) return new Set();
  return new Set(shown.options.flatMap(({ value, label }) => (picked.includes(value) ? [label] : [])));
}

/** Points of this question, of all so far, and the place, where the mode has them. */
function statsOf({ session, state }: ShownScene, at: number, snapshot: ResultSnapshot, reader: Reader): Block[] {
  const { id: person, locale } = reader;
  const { plan } = state.live;
  const words = text(locale);
  const own = snapshot.answers.get(person)?.find(({ question }) => question === at);
  const here = words.points(own === undefined ? 0 : (snapshot.points.get(own) ?? 0));
  const stats = [
    ...(modeOf(plan).isRanked && own ? [{ name: words.thisQuestion, value: here }] : []),
    ...ownFields(person, plan, snapshot, locale),
    ...teamFields(person, session.id, plan, snapshot, locale),
  ];
  return stats.length === 0 ? [] : [fields(...stats)];
}

/** An answer that is told, as one student reads it: were they right, what for, and which of all that was theirs. */
function withOwnResult(reply: Reply, post: string, own: OwnAnswer, stats: readonly Block[], reader: Reader): Reply {
  const { locale } = reader;
  const { answer, question, session } = own;
  const mine = text(locale).own;
  const labels = answer ? labelsOf(question, answer.picked, session, locale) : new Set<string>();
  const markRow = (row: Row): Row => (labels.has(row.name) ? { ...row, mine } : row);
  const isMarked = reply.blocks.some(
    (block) => block.type === 'board' && block.rows.some(({ name }) => labels.has(name)),
  );
  const given = answer && !isMarked ? [renderOwnGiven(own, reader, answer.right ? '✅' : '❌')] : [];
  const ownButton = resultLine.write({ post });
  const blocks = reply.blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'heading':
        return [{ ...block, text: verdict(answer, locale), aside: block.text }, ...stats, ...given];
      case 'board':
        return [{ ...block, rows: block.rows.map(markRow) }];
      case 'buttons':
        // What the one button shows is all here.
        return [buttons(...block.buttons.filter(({ line }) => line !== ownButton), flagButton(question, locale))];
      default:
        return [block];
    }
  });
  return { ...reply, blocks };
}

/**
 * Answers what a message of a live quiz shows to one of its players: the same as to the class, with what they have answered
 * themselves. Nothing tells what is right before the class is told.
 */
export function createOwnScene(context: Context): (said: { post: string } | undefined, who: Caller) => Promise<Reply> {
  const snapshotOf = shareSnapshots(context);
  const share = shareBriefly<Reply | undefined>(() => context.now().epochMilliseconds, SHARED);
  return async (said, who) => {
    const post = said && (await context.outbox.byId(said.post));
    const shown = await sceneOfPost(post, context);
    if (!post || !shown) throw gone();
    const { session, state, scene } = shown;
    const { locale } = who;
    const reader: Reader = { id: who.id, channel: post.channel, locale };
    const render = () => renderPost(post, locale, context.now().epochMilliseconds, context);
    const isTold = scene.kind === 'tell';
    const forAll = await (isTold ? share(`${post.id} ${session.version} ${locale}`, render) : render());
    if (!forAll) throw gone();
    const reply: Reply = { ...forAll, visibility: 'caller' };
    const question = 'at' in scene ? (await questionsIn(session, state, context))[scene.at] : undefined;
    if (!('at' in scene) || !question || !isCounted(state.live, scene.at)) return reply;
    const { at } = scene;
    const answer = (await context.sessions.answersOf(session.id, who.id)).find((one) => one.question === at);
    const own: OwnAnswer = { session: session.id, at, question, answer };
    if (!isTold) return withOwnPick(reply, own, reader);
    const stats = statsOf(shown, at, await snapshotOf(session.id, state), reader);
    return withOwnResult(reply, post.id, own, stats, reader);
  };
}
