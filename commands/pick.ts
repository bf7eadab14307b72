import { type Caller, command } from '../src/core/command.ts';
import type { Locale } from '../src/core/locale.ts';
import { notedBy } from '../src/core/memory.ts';
import { notice, type Reply } from '../src/core/reply.ts';
import { form, isRight } from '../src/questions/types.ts';
import { admits } from '../src/quiz/live.ts';
import { liveShuffle } from '../src/quiz/live-kept.ts';
import { shownBy } from '../src/quiz/live-play.ts';
import type { World } from '../src/world.ts';

const OUT: Readonly<Record<'late' | 'paused' | 'over' | 'unseen' | 'twice' | 'gone', Record<Locale, string>>> = {
  late: {
    ko: '⏰ 이 문제는 마감됐어요. 다음 문제를 기다려 주세요.',
    en: '⏰ This question is closed. Wait for the next one.',
  },
  paused: {
    ko: '⏸ 지금은 잠깐 멈췄어요. 다시 시작하면 눌러 주세요.',
    en: '⏸ It is paused. Press again when it goes on.',
  },
  over: { ko: '🏁 이 퀴즈는 끝났어요.', en: '🏁 This quiz is over.' },
  unseen: { ko: '아직 이 문제를 받을 수 없어요. 잠시 뒤 다시 눌러 주세요.', en: 'Not yet. Press again in a moment.' },
  twice: { ko: '이미 답했어요. 처음 고른 답만 인정해요.', en: 'You have answered already; the first one counts.' },
  gone: { ko: '이 퀴즈는 이제 없어요.', en: 'This quiz is gone.' },
};

/** Letters that the question offers, each once; anything else was never a button of ours. */
const isOffered = (letters: string, offered: readonly string[], max: number): boolean =>
  // Whoever does not know: see the platforms' button for it.
  /^-+$/.test(letters) ||
  (letters.length > 0 &&
    letters.length <= max &&
    new Set(letters).size === letters.length &&
    Array.from(letters).every((letter) => offered.includes(letter)));

/** `pick <post> <answer>`: the answer buttons of a live quiz. What comes back does not tell what is right. */
export default (world: World) =>
  command({
    name: 'pick',
    summary: { ko: '라이브 퀴즈의 답 버튼', en: "A live quiz's answer buttons" },
    usedBy: 'buttons',
    examples: [],
    options: { line: { type: 'text', required: true, summary: { ko: '버튼의 내용', en: 'What the button carries' } } },
    async run({ line }, caller: Caller): Promise<Reply> {
      const { locale } = caller;
      const [name = '', ...rest] = line.split(' ');
      const out = (why: keyof typeof OUT): Reply => notice(OUT[why][locale]);
      const now = world.now().epochMilliseconds;
      const post = await world.posts.byId(name);
      const shown = await shownBy(post, world);
      if (!post || shown?.scene.kind !== 'ask') return out('gone');
      const { id } = shown.session;
      const { live } = shown.kept;
      const { at } = shown.scene;
      const question = world.questions.get(live.plan.questions[at] ?? '');
      if (!question) return out('gone');
      const admitted = admits(live, at, post.channel, now);
      if (admitted.kind === 'out') return out(admitted.why);
      const shuffle = liveShuffle(id, question);
      const picked = rest.join(' ');
      const offered = form(question, locale, shuffle);
      if (
        offered.type === 'choice' &&
        !isOffered(
          picked,
          offered.options.map(({ value }) => value),
          offered.max,
        )
      )
        return out('gone');
      const right = isRight(question, picked, shuffle);
      const { elapsed } = admitted;
      const answer = { session: id, question: at, person: caller.id, name: caller.name ?? '', picked, right, elapsed };
      if (!(await world.sessions.answer({ ...answer, at: now }))) return out('twice');
      const { channel } = post;
      world.memory.note({
        kind: 'answer',
        ...notedBy(caller),
        channel,
        question: question.id,
        term: question.term,
        right,
        at: now,
      });
      const seconds = (elapsed / 1000).toFixed(1);
      const timed = live.plan.mode !== 'calm';
      return {
        visibility: 'caller',
        accent: 'success',
        blocks: [
          {
            type: 'text',
            markdown:
              locale === 'ko'
                ? `✅ 답을 받았어요${timed ? `(${seconds}초)` : ''}. 정답은 마감하면 함께 볼게요.`
                : `✅ Your answer is in${timed ? ` (${seconds} s)` : ''}. We shall see the right one together.`,
          },
        ],
      };
    },
  });
