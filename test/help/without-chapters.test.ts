import { expect, test } from 'vitest';
import { termFile } from '../support/content.ts';
import { botOf, folderOf, student } from '../support/world.ts';

test.each([
  [{}, false],
  [{ 'chapters/a.md': '## 하나\n\n글\n' }, true],
])('a chapter is only named as an example where the course has one: %j', async (chapters, expected) => {
  const { bot } = await botOf([folderOf({ 'course.yaml': 'id: sql\n', 'glossary/a.md': termFile('a'), ...chapters })]);
  const examples = bot.commands.flatMap((command) => command.examples.flatMap(({ ko, en }) => [ko, en]));
  expect(examples.some((example) => /1장|chapter 1/.test(example))).toBe(expected);
  expect(JSON.stringify((await bot.dispatch('/dosirak', student)).blocks).includes('quiz 1장')).toBe(expected);
});
