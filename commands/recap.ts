import { teaches } from '../src/classes/find.ts';
import type { Class } from '../src/core/class.ts';
import { type Caller, command } from '../src/core/command.ts';
import { UserError } from '../src/core/errors.ts';
import { missedIn, type Past, recapReply } from '../src/quiz/live-recap.ts';
import { pastOf, startLive } from '../src/teach/live.ts';
import type { World } from '../src/world.ts';

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

/** A new session of what was missed in this one, played as it was. */
function again(one: Class, past: Past, caller: Caller, world: World) {
  const questions = missedIn(past);
  if (questions.length === 0) throw nothingMissed();
  const { topic, live } = past.kept;
  return startLive(one, { ...live.plan, questions }, topic, caller, world);
}

/** `recap <session> [again]`: what an instructor takes from a live quiz; and once more, only what was missed. */
export default (world: World) =>
  command({
    name: 'recap',
    summary: { ko: '라이브 퀴즈의 선생님용 요약', en: "A live quiz's summary for instructors" },
    usedBy: 'buttons',
    examples: [],
    options: { line: { type: 'text', required: true, summary: { ko: '버튼의 내용', en: 'What the button carries' } } },
    async run({ line }, caller) {
      const [id = '', what = ''] = line.split(' ');
      const session = await world.sessions.byId(id);
      const one = session && (await world.classes.byId(session.classId));
      if (!session || !one) throw gone();
      if (!teaches(one, caller)) throw onlyInstructors();
      if (session.wakes !== undefined) throw notYet();
      const past = await pastOf(session, world);
      return what === 'again' ? again(one, past, caller, world) : recapReply(past, world.terms, caller.locale);
    },
  });
