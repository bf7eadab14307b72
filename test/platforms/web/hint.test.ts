/** What the box of a page says while it is empty: examples of the course that the visitor is taught, and no other's. */
import { expect, test } from 'vitest';
import { termFile } from '../../support/content.ts';
import { openWebClass } from '../../support/web-class.ts';
import { attribute, named } from '../../support/web-html.ts';
import { COURSE, folderOf } from '../../support/world.ts';

const sql = () =>
  folderOf({
    'course.yaml': 'title: 데이터베이스\nlanguages: [ko]\ncommand: db\n',
    'glossary/key.md': termFile('key', '').replace(/^title:.*$/m, 'title: 기본 키'),
    'glossary/join.md': termFile('join', '').replace(/^title:.*$/m, 'title: 조인'),
  });

const hintsOf = async (folders: readonly string[], path: '/' | '/teach') => {
  const { signedIn, teacher } = await openWebClass({ folders, isAlone: true });
  const browser = await signedIn(teacher, path);
  return named(browser.body(), 'textarea').map((one) => attribute(one, 'placeholder'));
};

test.each([
  [() => COURSE, /^예: 파드, 파드랑 노드 차이$/],
  [sql, /^예: (?:기본 키|조인), .+ 차이$/],
])('a student is offered what the course knows', async (folderOfCourse, wanted) => {
  const hints = await hintsOf([folderOfCourse()], '/');
  expect(hints).toEqual([expect.stringMatching(wanted)]);
});

test('an instructor is offered what an instructor types', async () => {
  expect(await hintsOf([COURSE], '/teach')).toEqual(['예: /live 시작 파드 5개 20초, /report 보기']);
  const [own] = await hintsOf([sql()], '/teach');
  expect(own).toMatch(/^예: \/live 시작 (?:기본 키|조인) 5개 20초, \/report 보기$/);
});
