import { command } from '../src/core/command/command.ts';
import { runCommand } from '../src/core/command/invoke.ts';
import { UserError } from '../src/core/errors.ts';
import type { Reply } from '../src/core/reply/reply.ts';
import type { Context } from '../src/course/context.ts';

/** `share <line>`: what the line shows its caller, for everyone in the channel to see. */
export default (context: Context) =>
  command({
    name: 'share',
    summary: { ko: '채널에 공유하는 버튼', en: 'The button that shares with the channel' },
    usedBy: 'buttons',
    visibility: 'channel',
    examples: [],
    options: {
      line: { type: 'text', required: true, summary: { ko: '공유할 명령', en: 'Line to share' } },
    },
    async run({ line }, caller): Promise<Reply> {
      const [name, ...rest] = line.split(' ');
      const shown = context.commands().find((one) => one.name === name && one.name !== 'share');
      const reply = shown && (await runCommand(shown, rest.join(' '), caller));
      if (reply?.share === undefined)
        throw new UserError({
          ko: '이건 이제 공유할 수 없어요. 수업 내용이 바뀌었나 봐요. `/k8s`로 다시 찾아보세요.',
          en: 'This can no longer be shared; the course has changed. Look it up again with `/k8s`.',
        });
      const { share: _, ...all } = reply;
      return { ...all, visibility: 'channel', sharedBy: caller.id };
    },
  });
