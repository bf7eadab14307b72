import { refusal, teaches } from '../src/classes/find.ts';
import { command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { UserError } from '../src/core/errors.ts';
import type { Context } from '../src/course/context.ts';
import { currentState } from '../src/live/codec.ts';
import { MOVES, standingReply, steer, stopQuestion } from '../src/live/controls.ts';

const gone = () => new UserError({ ko: '이 라이브 퀴즈는 이제 없어요.', en: 'This live quiz is gone.' });

const onlyInstructors = () =>
  new UserError({ ko: '라이브 퀴즈는 선생님만 이끌 수 있어요.', en: 'Only instructors steer a live quiz.' });

/** `steer <session> <scene> <move>`: the buttons in an instructor's hand; `next` goes on from that scene alone. */
export default (context: Context) =>
  command({
    name: 'steer',
    summary: { ko: '라이브 퀴즈를 이끄는 버튼', en: 'The buttons that steer a live quiz' },
    usedBy: 'buttons',
    examples: [],
    options: LINE,
    async run({ line }, caller) {
      const [id = '', scene = '', word = ''] = line.split(' ');
      const move = MOVES.find((one) => one === word);
      const session = await context.sessions.byId(id);
      const one = session && (await context.classes.byId(session.classId));
      const kept = session && currentState(session);
      if (!kept || !one || !move) throw gone();
      if (!teaches(one, caller)) throw refusal(caller, onlyInstructors);
      switch (move) {
        case 'show':
          return standingReply(id, kept, caller);
        case 'stop':
          return kept.live.step.kind === 'over' ? standingReply(id, kept, caller) : stopQuestion(id, kept, caller);
        case 'end':
          return steer(id, { kind: 'stop' }, caller, context);
        case 'next':
          return steer(id, { kind: 'next' }, caller, context, scene);
        case 'pause':
        case 'resume':
          return steer(id, { kind: move }, caller, context);
        default:
          return move satisfies never;
      }
    },
  });
