import { refusal, teaches } from '../src/classes/find.ts';
import { command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { UserError } from '../src/core/errors.ts';
import type { World } from '../src/course/context.ts';
import { currentKept } from '../src/live/codec.ts';
import { MOVES, standingReply, steer, stopQuestion } from '../src/live/controls.ts';

const gone = () => new UserError({ ko: '이 라이브 퀴즈는 이제 없어요.', en: 'This live quiz is gone.' });

const onlyInstructors = () =>
  new UserError({ ko: '라이브 퀴즈는 선생님만 이끌 수 있어요.', en: 'Only instructors steer a live quiz.' });

/** `steer <session> <scene> <move>`: the buttons in an instructor's hand; `next` goes on from that scene alone. */
export default (world: World) =>
  command({
    name: 'steer',
    summary: { ko: '라이브 퀴즈를 이끄는 버튼', en: 'The buttons that steer a live quiz' },
    usedBy: 'buttons',
    examples: [],
    options: LINE,
    async run({ line }, caller) {
      const [id = '', scene = '', word = ''] = line.split(' ');
      const move = MOVES.find((one) => one === word);
      const session = await world.sessions.byId(id);
      const one = session && (await world.classes.byId(session.classId));
      const kept = session && currentKept(session);
      if (!kept || !one || !move) throw gone();
      if (!teaches(one, caller)) throw refusal(caller, onlyInstructors);
      switch (move) {
        case 'show':
          return standingReply(id, kept, caller);
        case 'stop':
          return kept.live.step.kind === 'over' ? standingReply(id, kept, caller) : stopQuestion(id, kept, caller);
        case 'end':
          return steer(id, { kind: 'stop' }, caller, world);
        case 'next':
          return steer(id, { kind: 'next' }, caller, world, scene);
        case 'pause':
        case 'resume':
          return steer(id, { kind: move }, caller, world);
        default:
          return move satisfies never;
      }
    },
  });
