import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { documentsOf } from '../../src/course/documents.ts';
import { text } from '../../src/lookup/text.ts';
import { writeLearned } from '../../src/search/learned/learned.ts';
import { createTeacher } from '../../src/search/learned/teacher.ts';
import { termFile } from '../support/content.ts';
import { botOf, folderOf, student } from '../support/world.ts';

const OTHERS = ['폴더', '케이크', '가계부', '여권', '눈사람', '비누', '로고', '김밥'];

/** A course that has learned that 만드는 명령어 알려줘 is asked on other subjects. */
async function learned() {
  const view = termFile('view').replace('개념 view', '뷰');
  const folder = folderOf({ 'course.yaml': 'id: sql\n', 'glossary/view.md': view, 'glossary/b.md': termFile('b') });
  const content = loadContent([folder]);
  const asked = OTHERS.flatMap((other) =>
    ['만드는 명령어 알려줘', '만드는 명령어'].map((words) => ({ text: `${other} ${words}`, about: [] })),
  );
  const { learned: weights } = createTeacher(documentsOf(content), content.synonyms)(asked);
  writeFileSync(join(folder, 'learned.bin'), writeLearned(weights));
  return botOf([folder]);
}

test('a question that names a concept and says nothing else of its own is never said to be unknown', async () => {
  const { bot, world } = await learned();
  const headingOf = async (line: string) =>
    (await bot.dispatch(`/ask ${line}`, student)).blocks.flatMap((block) =>
      block.type === 'heading' ? block.text : [],
    );
  expect(world.course().search('뷰 만드는 명령어 알려줘').answered).toBe(false);
  expect(await headingOf('뷰 만드는 명령어 알려줘')).toEqual([text('ko').didYouMean]);
  expect(await headingOf('여권 만드는 명령어 알려줘')).toEqual([text('ko').unknown]);
  expect(await headingOf('케이크 가게 뷰 맛집 추천')).not.toEqual([text('ko').didYouMean]);
});
