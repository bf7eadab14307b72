import { expect, test } from 'vitest';
import { playerOf } from '../../src/practice/practice.ts';
import { askDeletion, deleteData } from '../../src/privacy/delete.ts';
import { exportData } from '../../src/privacy/export.ts';
import { blockOf, textsOf } from '../support/replies.ts';
import { botOf, COURSE, forgetful, student } from '../support/world.ts';

const AT = Date.UTC(2026, 10, 20, 1);

test('a browser that is signed in is in the export, is told of before all is deleted, and is signed out with it', async () => {
  const { world } = await botOf([COURSE]);
  const { records, pages } = await forgetful(() => AT);
  const deps = { records, courses: world.courses, now: world.now };
  const shown = async () => blockOf(await exportData(student, deps), 'fields').fields.map(({ name }) => name);
  const asked = async () => textsOf(await askDeletion(student, deps)).join('\n');
  const [field, warning] = ['내 계정에 연결한 브라우저', '브라우저는 모두 연결이 끊겨요'];
  expect(await shown()).not.toContain(field);
  expect(await asked()).not.toContain(warning);

  await pages.link('link', { ...student, since: AT }, AT);
  await pages.signIn('link', AT - 1, { hash: 'browser', at: AT });
  expect(await shown()).toContain(field);
  const { text } = blockOf(await exportData(student, deps), 'file');
  expect(JSON.parse(text)).toMatchObject({ browsers: [{ at: '2026-11-20T01:00:00Z' }] });
  expect(text).not.toMatch(/"(?:link|browser)"/);
  expect(await asked()).toContain(warning);

  await deleteData(playerOf(student.id), student, deps);
  expect(await pages.signedIn('browser')).toBeUndefined();
  expect(await shown()).not.toContain(field);
});
