import { readBareNumber, readPageNumber } from '../src/chapters/lines.ts';
import { showChapters } from '../src/chapters/show.ts';
import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { completeLessons } from '../src/practice/find-topic.ts';

export default (context: Context) =>
  command({
    name: 'chapters',
    summary: { ko: '목차와 지금까지 배운 것을 보여 줘요', en: 'Shows the contents and what was taught so far' },
    usedBy: 'everyone',
    spoken: ['목차', '차례', '단원', '목차 보여줘', '주차'],
    get examples() {
      const chapter = { ko: 'chapters 1장', en: 'chapters chapter 1' };
      return [{ ko: 'chapters', en: 'chapters' }, ...(context.course().content.chapters.length > 0 ? [chapter] : [])];
    },
    options: {
      part: {
        type: 'text',
        korean: '어디',
        summary: { ko: '1장, 절, 3주차', en: 'chapter 1, section, week 3' },
        complete: completeLessons(context),
      },
      page: {
        type: 'word',
        korean: '쪽',
        byButton: true,
        summary: { ko: '몇 쪽', en: 'page' },
        example: { ko: '2쪽', en: 'page 2' },
        // A bare number is that of a chapter.
        read: readPageNumber,
        readNamed: readBareNumber,
      },
    },
    run: async ({ part, page }, caller) =>
      showChapters({ part, page: Number(page ?? 1) }, caller, await practisedBy(caller, context)),
  });
