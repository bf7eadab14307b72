import { type Caller, command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { isPass, PASSED, passOf, saysPass } from '../src/core/dont-know.ts';
import type { Locale } from '../src/core/locale.ts';
import type { Reply } from '../src/core/reply/blocks.ts';
import { notice } from '../src/core/reply/builders.ts';
import type { Context } from '../src/course/context.ts';
import { truncate } from '../src/language/truncate.ts';
import { admitAnswer } from '../src/live/machine.ts';
import { sceneOfPost } from '../src/live/messages.ts';
import { questionsIn } from '../src/live/session-questions.ts';
import { ATTEMPTS, markVisible } from '../src/live/sessions.ts';
import { liveShuffle, playerName } from '../src/live/state.ts';
import { teamByRole, teamName, teamOf } from '../src/live/teams.ts';
import { form, isRight, unclear } from '../src/questions/types.ts';

const OUT: Readonly<
  Record<'late' | 'paused' | 'over' | 'unseen' | 'twice' | 'elsewhere' | 'gone' | 'empty', Record<Locale, string>>
> = {
  late: {
    ko: '⏰ 이 문제는 마감되어서, 이 답은 받지 못했어요.',
    en: '⏰ This question is closed; this answer does not count.',
  },
  paused: {
    ko: '⏸ 지금은 잠깐 멈췄어요. 다시 시작하면 눌러 주세요.',
    en: '⏸ It is paused. Press again when it goes on.',
  },
  over: { ko: '🏁 이 퀴즈는 끝났어요.', en: '🏁 This quiz is over.' },
  unseen: {
    ko: '아직 답을 받을 수 없어요. 잠시 뒤 다시 눌러 주세요.',
    en: 'Answers are not open yet. Press again in a moment.',
  },
  twice: { ko: '이미 답했어요. 처음 고른 답만 인정해요.', en: 'You have answered already; the first one counts.' },
  elsewhere: {
    ko: '이 문제는 다른 채널의 것이에요. 문제가 나온 채널에서 버튼을 눌러 주세요.',
    en: 'This question belongs to another channel. Press the button there.',
  },
  empty: { ko: '답이 비어 있어요. 낱말이나 수를 적어 주세요.', en: 'That answer is empty. Write a word or a number.' },
  gone: { ko: '이 퀴즈는 이제 없어요.', en: 'This quiz is gone.' },
};

/** Letters of an answer that was typed. */
const TYPED = 200;

/** Letters that the question offers, each once; anything else was never a button of ours. */
const isOffered = (letters: string, offered: readonly string[], max: number): boolean =>
  // Whoever does not know: see the platforms' button for it.
  isPass(letters) ||
  (letters.length > 0 &&
    letters.length <= max &&
    new Set(letters).size === letters.length &&
    Array.from(letters).every((letter) => offered.includes(letter)));

/** What somebody has answered, as they saw it: `2. 노드`. */
function inWords(picked: string, options: readonly { value: string; label: string }[], locale: Locale): string {
  if (isPass(picked)) return PASSED[locale];
  const chosen = options.flatMap(({ value, label }, i) => (picked.includes(value) ? [`${i + 1}. ${label}`] : []));
  return options.length === 0 ? picked : chosen.join(', ');
}

/** The student's answer is in; `elapsed`: milliseconds that it took, where that counts. */
const accepted = (elapsed: number | undefined, said: string, team: string | undefined, locale: Locale): Reply => {
  const ko = locale === 'ko';
  const seconds = elapsed === undefined ? undefined : (elapsed / 1000).toFixed(1);
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      {
        type: 'text',
        markdown: ko
          ? `✅ 답을 받았어요${seconds === undefined ? '' : `(${seconds}초)`}. 정답은 마감하면 함께 볼게요.`
          : `✅ Your answer is in${seconds === undefined ? '' : ` (${seconds} s)`}. You see the right one when the question closes.`,
      },
      {
        type: 'fields',
        fields: [
          { name: ko ? '내 답' : 'You said', value: said },
          ...(team === undefined ? [] : [{ name: ko ? '🙌 우리 팀' : '🙌 Your team', value: team }]),
        ],
      },
    ],
  };
};

/** `pick <post> <answer>`: the answer buttons of a live quiz. What comes back does not tell what is right. */
export default (context: Context) =>
  command({
    name: 'pick',
    summary: { ko: '라이브 퀴즈의 답 버튼', en: "A live quiz's answer buttons" },
    usedBy: 'buttons',
    examples: [],
    options: LINE,
    async run({ line }, caller: Caller): Promise<Reply> {
      const { locale } = caller;
      const [name = '', ...rest] = line.split(' ');
      const out = (why: keyof typeof OUT): Reply => notice(OUT[why][locale]);
      // Judged by arrival: the time that the answer has waited here is not the student's.
      const now = caller.at ?? context.now().epochMilliseconds;
      const post = await context.outbox.byId(name);
      const shown = await sceneOfPost(post, context);
      if (!post || shown?.scene.kind !== 'ask') return out('gone');
      const { at } = shown.scene;
      const { id } = shown.session;
      const { channel } = post;
      const { plan } = shown.state.live;
      const question = (await questionsIn(shown.session, shown.state, context))[at];
      if (!question) return out('gone');
      // The buttons are in that channel alone.
      if (caller.channel !== channel) return out('elsewhere');
      const shuffle = liveShuffle(id, question);
      const said = truncate(rest.join(' '), TYPED).trim();
      const offered = form(question, locale, shuffle);
      const options = offered.type === 'choice' ? offered.options : [];
      const values = options.map(({ value }) => value);
      if (offered.type === 'choice' ? !isOffered(said, values, offered.max) : !/[\p{L}\p{N}\p{P}\p{S}]/u.test(said))
        return out(offered.type === 'choice' ? 'gone' : 'empty');
      const picked = offered.type !== 'choice' && saysPass(said) ? passOf(1) : said;
      // It is no first answer: the student may send another one.
      const again = isPass(picked) ? undefined : unclear(question, picked, locale);
      const right = isRight(question, picked, shuffle);
      const { id: person } = caller;
      const answer = { session: id, question: at, person, name: playerName(caller), picked, right, at: now };
      let latest: typeof shown | undefined = shown;
      for (let tried = 0; tried < ATTEMPTS; tried++) {
        if (!latest) return out('gone');
        let admitted = admitAnswer(latest.state.live, at, channel, now);
        if (admitted.kind === 'out' && admitted.why === 'unseen') {
          // The student sees it: a process may have been stopped after it had posted it and before it said so.
          await markVisible(post, now, context);
          latest = (await sceneOfPost(post, context)) ?? latest;
          admitted = admitAnswer(latest.state.live, at, channel, now);
        }
        if (admitted.kind === 'out') return out(admitted.why);
        if (again !== undefined) return notice(again);
        const { elapsed } = admitted;
        const { teams } = plan;
        const team =
          teams === undefined
            ? undefined
            : teamOf(await context.sessions.join(id, person, teamByRole(plan, caller.known)), id, teams);
        const ended = await context.sessions.answer({ ...answer, elapsed }, latest.session.version);
        if (ended === 'twice') return out('twice');
        if (ended === 'kept')
          return accepted(
            plan.mode === 'calm' ? undefined : elapsed,
            inWords(picked, options, locale),
            team === undefined ? undefined : teamName(team, plan, locale),
            locale,
          );
        // It was stepped meanwhile: what it is now decides.
        latest = await sceneOfPost(post, context);
      }
      throw new Error('an answer could not be state: its session was stepped at every try');
    },
  });
