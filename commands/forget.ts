import { command } from '../src/core/command/command.ts';
import { UserError } from '../src/core/errors.ts';
import type { Context } from '../src/course/context.ts';
import { playerOf } from '../src/practice/practice.ts';

/** `forget <whose>`: deletes all that is kept of whoever was asked by `privacy delete`, and of nobody else. */
export default ({ records }: Context) =>
  command({
    name: 'forget',
    summary: { ko: '내 기록을 지우는 버튼', en: 'The button that deletes what is kept of somebody' },
    usedBy: 'buttons',
    examples: [],
    options: { whose: { type: 'text', required: true, summary: { ko: '누구의 기록인지', en: 'Whose it is' } } },
    async run({ whose }, { id, locale }) {
      if (whose !== playerOf(id))
        throw new UserError({
          ko: '다른 사람의 버튼이라 아무것도 지우지 않았어요. 내 기록을 지우려면 `/privacy delete`를 입력해 주세요.',
          en: 'This is somebody else’s button; nothing was deleted. To delete your own data, type `/privacy delete`.',
        });
      await records.forget(id);
      const ko = locale === 'ko';
      return {
        visibility: 'caller',
        accent: 'success',
        // The button is not to be there any longer.
        replaces: true,
        blocks: [
          { type: 'heading', text: ko ? '모두 지웠어요' : 'Everything is deleted' },
          {
            type: 'text',
            markdown: ko
              ? '이제 남아 있는 기록이 없어요. 수업 전체의 정답 수처럼 여럿을 합친 숫자는 그대로지만, 누구의 것인지는 알 수 없어요. 언제든 처음부터 다시 시작할 수 있어요.'
              : 'Nothing is kept of you any more. A class’s totals stay, but they do not say whose answers they are. You can start afresh at any time.',
          },
        ],
      };
    },
  });
