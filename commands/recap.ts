import { refusal, teaches } from '../src/classes/find.ts';
import type { Question } from '../src/content/model.ts';
import type { Class } from '../src/core/class.ts';
import { type Caller, command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { UserError } from '../src/core/errors.ts';
import type { Reply } from '../src/core/reply/blocks.ts';
import { button, notice } from '../src/core/reply/builders.ts';
import type { Context } from '../src/course/context.ts';
import { LIVE_TIMES } from '../src/live/machine.ts';
import { plural } from '../src/live/results/leaderboard.ts';
import { findMissed, type PlayedSession, recapReply } from '../src/live/results/recap.ts';
import { readPlayedSession, startLive } from '../src/live/start.ts';
import { topicOf } from '../src/live/state.ts';

const gone = () =>
  new UserError({ ko: '이 퀴즈의 요약은 이제 없어요.', en: 'There is no summary of this quiz any more.' });

const notYet = () =>
  new UserError({ ko: '요약은 퀴즈가 끝나면 볼 수 있어요.', en: 'The summary is there once the quiz is over.' });

const onlyInstructors = () =>
  new UserError({
    ko: '이 요약은 선생님만 볼 수 있어요. 내 결과는 ‘내 결과 보기’를 눌러 주세요.',
    en: 'Only instructors see this. Press “My result” for your own.',
  });

const nothingMissed = () =>
  new UserError({
    ko: '다시 풀 문제가 없어요. 틀린 문제가 없거나, 문제가 교재에서 빠졌어요.',
    en: 'There is nothing to ask again: nothing was missed, or its questions are no longer in the content.',
  });

/** The whole class sees it at once: whoever looks back by themselves is asked first. */
function sure({ length }: readonly Question[], { id }: PlayedSession, { locale }: Caller): Reply {
  const ko = locale === 'ko';
  const seconds = LIVE_TIMES.countdown / 1000;
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      {
        type: 'text',
        markdown: ko
          ? `많이 틀린 문제 **${length}개**를 수업 채널에서 다 함께 다시 풀까요? 시작하면 ${seconds}초 뒤에 첫 문제가 나와요.`
          : `Shall the whole class play **${plural(length, 'question')}** again in its channels? The first one comes ${seconds} seconds after you begin.`,
      },
      {
        type: 'buttons',
        buttons: [
          { ...button(ko ? '시작하기' : 'Begin', `recap ${id} again yes`), primary: true },
          button(ko ? '그만두기' : 'Not now', `recap ${id} again no`),
        ],
      },
    ],
  };
}

const AGAIN = { ko: ' · 다시', en: ' · again' } as const;

const withAgain = (name: string, again: string): string => (name.endsWith(again) ? name : name + again);

/** A new session of what was missed in this one, played as it was, once the instructor says `yes`. */
async function again(
  one: Class,
  past: PlayedSession,
  answer: string | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  // As the course has them now: what was taken out of it is not asked again.
  const { questions: known, questionNamed } = context.course();
  const questions = findMissed(past).flatMap((name) => known.get(questionNamed(name)?.id ?? '') ?? []);
  if (questions.length === 0) throw nothingMissed();
  if (answer === 'no')
    return {
      ...notice(caller.locale === 'ko' ? '시작하지 않았어요.' : 'Nothing has begun.'),
      replaces: true,
    };
  if (answer !== 'yes') return sure(questions, past, caller);
  const { ko, en } = topicOf(past.state);
  const topic = { ko: withAgain(ko, AGAIN.ko), en: withAgain(en, AGAIN.en) };
  const begun = await startLive(one, { ...past.state.live.plan, questions }, topic, caller, context);
  return { ...begun, replaces: true };
}

/** `recap <session> [again [yes|no]]`: what an instructor takes from a live quiz; and what was missed most, once more. */
export default (context: Context) =>
  command({
    name: 'recap',
    summary: { ko: '라이브 퀴즈의 선생님용 요약', en: "A live quiz's summary for instructors" },
    usedBy: 'buttons',
    examples: [],
    options: LINE,
    async run({ line }, caller) {
      const [id = '', what, answer] = line.split(' ');
      const session = await context.sessions.byId(id);
      const one = session && (await context.classes.byId(session.classId));
      if (!session || !one) throw gone();
      if (!teaches(one, caller)) throw refusal(caller, onlyInstructors);
      if (session.wakes !== undefined) throw notYet();
      const past = await readPlayedSession(session, context);
      if (!past) throw gone();
      return what === 'again'
        ? again(one, past, answer, caller, context)
        : recapReply(past, context.course().terms, caller.locale);
    },
  });
