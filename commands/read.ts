import { command } from '../src/core/command/command.ts';
import { UserError } from '../src/core/errors.ts';
import type { Context } from '../src/course/context.ts';
import { renderTopic } from '../src/lookup/reply.ts';

/** `read <id> <page>`: the next page of what is too long for one message. */
export default (context: Context) =>
  command({
    name: 'read',
    summary: { ko: '긴 글의 다음 쪽', en: 'The next page of a long text' },
    usedBy: 'buttons',
    examples: [],
    options: {
      id: { type: 'text', required: true, summary: { ko: '개념이나 절의 id', en: 'Id of a concept or section' } },
      page: { type: 'integer', min: 1, max: 999_999, units: [], summary: { ko: '쪽', en: 'Page' } },
    },
    run({ id, page }, { locale }) {
      const reply = renderTopic(id, context.course(), locale, page ?? 1);
      if (reply) return reply;
      throw new UserError({
        ko: '이 글은 이제 없어요. 수업 내용이 바뀌었나 봐요. `/k8s`로 다시 찾아보세요.',
        en: 'This text is gone; the course has changed. Look it up again with `/k8s`.',
      });
    },
  });
