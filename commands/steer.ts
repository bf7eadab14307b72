import { refusal, teaches } from '../src/classes/find.ts';
import { command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { UserError } from '../src/core/errors.ts';
import type { Context } from '../src/course/context.ts';
import { currentState } from '../src/live/codec.ts';
import { MOVES, renderStanding, renderStopQuestion, steerSession } from '../src/live/steer.ts';

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
      const state = session && currentState(session);
      if (!state || !one || !move) throw gone();
      if (!teaches(one, caller)) throw refusal(caller, onlyInstructors);
      switch (move) {
        case 'show':
          return renderStanding(id, state, caller);
        case 'stop':
          return state.live.step.kind === 'over'
            ? renderStanding(id, state, caller)
            : renderStopQuestion(id, state, caller);
        case 'end':
          return steerSession(id, { kind: 'stop' }, caller, context);
        case 'next':
          return steerSession(id, { kind: 'next' }, caller, context, scene);
        case 'pause':
        case 'resume':
          return steerSession(id, { kind: move }, caller, context);
        default:
          return move satisfies never;
      }
    },
  });
