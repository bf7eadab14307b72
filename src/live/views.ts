import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { footer, heading, markdown } from '../core/reply/builders.ts';
import { codeMarkdown } from '../questions/code.ts';
import { form } from '../questions/types.ts';
import { pickLine } from './lines.ts';
import { LIVE_TIMES } from './machine.ts';
import { modeOf } from './modes.ts';
import { renderAnswer, renderEnd } from './results/scenes.ts';
import { pausedNote, questionBlocks, type SceneData, toChannel, unreachableNote } from './scene-blocks.ts';
import { liveShuffle, type Scene, topicOf } from './state.ts';
import { text } from './text.ts';

/** The foot of a message, with the reference by which it is found again. */
const foot = (notes: readonly string[], post: string, locale: Locale): Block =>
  footer([...notes, text(locale).reference(post)].join(' · '));

/** A question that has left the course since the quiz began. */
const renderRemoved = (at: number, { post }: SceneData, locale: Locale): Reply =>
  toChannel('warning', [markdown(text(locale).questionRemoved(at + 1)), foot([], post, locale)]);

function renderCountdown(data: SceneData, locale: Locale): Reply {
  const { post, state } = data;
  const { plan } = state.live;
  const words = text(locale);
  return toChannel('info', [
    heading(words.startsIn(Math.round(LIVE_TIMES.countdown / 1000), topicOf(state)[locale])),
    markdown(modeOf(plan).rules(plan, locale)),
    markdown(words.howToAnswer),
    foot(pausedNote(data, locale), post, locale),
  ]);
}

/** A question while it is open, and what is left of it afterwards. Nothing in it tells the answer. */
function renderQuestion(data: SceneData, at: number, locale: Locale): Reply {
  const { id, post, state, questions, answered, isAgain } = data;
  const { plan, step, paused } = state.live;
  const words = text(locale);
  const question = questions[at];
  if (!question) return renderRemoved(at, data, locale);
  const title = heading(words.question(at + 1, plan.questions.length));
  const isOpen = step.kind === 'asking' && step.at === at;
  if (!isOpen)
    return toChannel('info', [
      title,
      ...questionBlocks(question, id, locale),
      foot([words.closed, ...(answered > 0 ? [words.answered(answered)] : [])], post, locale),
    ]);
  const head: Block[] = [title, markdown(question.ask[locale] + codeMarkdown(question))];
  if (paused !== undefined)
    return toChannel('warning', [
      ...head,
      markdown(words.optionsReturn),
      foot([...pausedNote(data, locale), words.answered(answered)], post, locale),
    ]);
  const shown = form(question, locale, liveShuffle(id, question));
  const line = pickLine.write({ post });
  const clock = modeOf(plan).isTimed ? [words.timeLimit(Math.round(plan.open / 1000))] : [];
  return toChannel('info', [
    ...head,
    shown.type === 'choice' ? { ...shown, line, picked: [] } : { ...shown, line },
    footer([...clock, words.answered(answered)].join(' · ')),
    ...(isAgain ? [footer(words.repostedQuestion)] : []),
    ...unreachableNote(data, locale),
  ]);
}

/** What a message of a session says, as things are now. */
export function renderScene(scene: Scene, data: SceneData, locale: Locale): Reply {
  switch (scene.kind) {
    case 'count':
      return renderCountdown(data, locale);
    case 'ask':
      return renderQuestion(data, scene.at, locale);
    case 'tell':
      return renderAnswer(data, scene.at, locale) ?? renderRemoved(scene.at, data, locale);
    case 'end':
      return renderEnd(data, locale);
    default:
      return scene satisfies never;
  }
}
