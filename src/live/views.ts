import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, countdown, footer, heading, markdown } from '../core/reply/builders.ts';
import { madeNote } from '../course/made-note.ts';
import { formBlock } from '../questions/asking.ts';
import { codeMarkdown } from '../questions/code.ts';
import { form, howItScores } from '../questions/types.ts';
import { closesAt } from './admission.ts';
import { pickLine, resultLine } from './lines.ts';
import { renderLobby } from './lobby.ts';
import { isCounted } from './machine.ts';
import { modeOf } from './modes.ts';
import { openTime } from './open-time.ts';
import { renderAnswer, renderEnd } from './results/scenes.ts';
import {
  leftOutBefore,
  pausedNote,
  questionBlocks,
  type SceneData,
  toChannel,
  unreachableNote,
} from './scene-blocks.ts';
import { liveShuffle, type Scene } from './state.ts';
import { text } from './text.ts';

/** A student's own answer, whatever the question has come to; by its line the message is found again. */
const ownAnswer = (post: string, locale: Locale): Block =>
  buttons(button(text(locale).ownAnswer, resultLine.write({ post })));

/** A question that has left the course since the quiz began. */
const renderRemoved = (at: number, { post }: SceneData, locale: Locale): Reply =>
  toChannel('warning', [markdown(text(locale).questionRemoved(at + 1)), ownAnswer(post, locale)]);

/** A question while it is open, and what is left of it afterwards. Nothing in it tells the answer. */
function renderQuestion(data: SceneData, at: number, locale: Locale): Reply {
  const { id, post, channel, state, questions, answered, isAgain, now } = data;
  const { plan, step, paused } = state.live;
  const words = text(locale);
  const question = questions[at];
  if (!question) return renderRemoved(at, data, locale);
  const title = heading(words.question(at + 1, plan.questions.length));
  const made = madeNote(question, locale);
  const isOpen = step.kind === 'asking' && step.at === at;
  if (!isOpen)
    return toChannel('info', [
      title,
      ...questionBlocks(question, data, locale),
      ...(answered > 0 ? [ownAnswer(post, locale)] : []),
      footer(
        [
          isCounted(state.live, at) ? words.closed : words.leftOut,
          ...(answered > 0 ? [words.answered(answered)] : []),
          ...made,
        ].join(' · '),
      ),
    ]);
  const head: Block[] = [
    title,
    ...leftOutBefore(data, at, locale),
    markdown(question.ask[locale] + codeMarkdown(question)),
  ];
  if (paused !== undefined)
    return toChannel('warning', [
      ...head,
      markdown(words.answersReturn),
      ownAnswer(post, locale),
      footer([...pausedNote(data, locale), ...(answered > 0 ? [words.answered(answered)] : []), ...made].join(' · ')),
    ]);
  const shown = form(question, locale, liveShuffle(id, question));
  const line = pickLine.write({ post });
  const scores = howItScores(question);
  const closes = closesAt(state.live, channel, now);
  return toChannel('info', [
    ...head,
    formBlock(shown, line),
    ...(scores && modeOf(plan).isRanked ? [footer(scores[locale])] : []),
    ...(closes === undefined
      ? []
      : [countdown(words.clock.closes, { ends: closes, whole: openTime(plan, at), now }, words.inSeconds)]),
    footer([words.answered(answered), ...made].join(' · ')),
    ...(isAgain ? [footer(words.repostedQuestion)] : []),
    ...unreachableNote(data, locale),
  ]);
}

/** What a message of a session says, as things are now. */
export function renderScene(scene: Scene, data: SceneData, locale: Locale): Reply {
  switch (scene.kind) {
    case 'count':
      return renderLobby(data, locale);
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
