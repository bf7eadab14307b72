import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/process.ts';
import { folderOf } from '../support/world.ts';

const env = { DOSIRAK_LOCALE: 'ko' };

test('a list becomes a course beside it, which passes the check and is taught', async () => {
  const folder = folderOf({
    '한국사.csv': '용어,뜻\n신라,경주를 수도로 삼은 나라\n백제,공주와 부여를 수도로 삼은 나라\n',
  });
  const file = join(folder, '한국사.csv');
  const course = join(folder, '한국사');
  const imported = await run(['import', file], { env });
  expect(imported).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      `${course}에 파일 2개를 만들었어요(용어 2개).`,
      `읽어 보고 고친 다음 확인하기: npm run content:check -- ${course}`,
      `이 내용으로 시작하기: CONTENT_DIR=${course} npm start`,
      '',
    ].join('\n'),
  });
  expect(await run(['check', course])).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(course, 'glossary/1-신라.md'), 'utf8')).toBe(
    '---\nid: 신라\ntitle: 신라\ndefinition: 경주를 수도로 삼은 나라\n---\n\n경주를 수도로 삼은 나라\n',
  );
  const { stdout } = await run(['ask'], { input: '/ask 신라\n', env: { ...env, CONTENT_DIR: course } });
  expect(stdout.match(/경주를 수도로 삼은 나라/g)).toHaveLength(1);

  const again = await run(['import', file], { env });
  expect(again).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('폴더가 이미 있어요') });
  const named = await run(['import', file, course], { env });
  expect(named).toMatchObject({ status: 1, stderr: '' });
  expect(named.stdout).toContain(`${file}:2: ‘신라’는 ${course}/glossary/1-신라.md 파일에 이미 있어서`);
});

test('what is not taken is told line by line, in the reader’s language, and by the exit code', async () => {
  const folder = folderOf({
    'quiz.gift': 'Tea?{=a ~b}\n\nWrite. {}\n\n[html]<img src\\="x">What?{T}\n',
    'no.bin': Buffer.from([0xff, 0xff, 0xff]),
  });
  const file = join(folder, 'quiz.gift');
  const [some, none, missing, nothing] = await Promise.all([
    run(['import', file, join(folder, 'out')], { env: { DOSIRAK_LOCALE: 'en' } }),
    run(['import', join(folder, 'no.bin')], { env }),
    run(['import', join(folder, 'missing.csv')], { env }),
    run(['import'], { env }),
  ]);
  expect(some).toEqual({
    status: 1,
    stderr: '',
    stdout: [
      `${file}:3: Not taken: an essay cannot be graded by itself.`,
      `${file}:5: A picture was left out; the text was taken.`,
      `Wrote 1 file into ${join(folder, 'out')} (2 questions).`,
      '2 things could not be taken; see the lines above.',
      '2 questions came without feedback and only tell the right answer; write the reason as why.',
      `Read and mend it, then check it: npm run content:check -- ${join(folder, 'out')}`,
      `Teach with it: CONTENT_DIR=${join(folder, 'out')} npm start`,
      '',
    ].join('\n'),
  });
  expect(readdirSync(join(folder, 'out/glossary'))).toEqual(['quiz.md']);
  expect(none).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/no\.bin: 글자를 읽을 수 없어요/),
  });
  expect(missing).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/missing\.csv: 파일을 열 수 없어요/),
  });
  expect(nothing).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('npm run import -- FILE') });
  expect(existsSync(join(folder, 'no'))).toBe(false);
});

test('the course is written in a format, never over a file, and read back', async () => {
  const folder = folderOf({
    'course/tea.md':
      '---\nid: tea\ntitle: 차\ndefinition: 뜨거운 음료\nquestions:\n  - { type: boolean, ask: 차는 음료예요., answer: true, why: 마시니까요. }\n---\n\n설명\n',
  });
  const all = { env: { ...env, CONTENT_DIR: join(folder, 'course') } };
  const file = join(folder, 'out.gift');
  expect(await run(['export', 'gift', file], all)).toEqual({
    status: 0,
    stderr: '',
    stdout: `${file}에 문제 1개를 적었어요.\n용어 1개의 설명은 이 형식에 담을 수 없어서 뺐어요.\n`,
  });
  expect(readFileSync(file, 'utf8')).toMatch(
    /^\$CATEGORY: 차\n\n::\w+::\[markdown\]차는 음료예요\. \{TRUE####마시니까요\.\n\}\n$/,
  );
  expect(await run(['export', 'gift', file], all)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('EEXIST'),
  });
  expect(await run(['export', 'word', file], all)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('gift, anki, csv'),
  });
  expect(await run(['import', file], { env })).toMatchObject({ status: 0 });
  const [other, several] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
  expect(await run(['export', 'csv', other, join(folder, 'course')], { env })).toMatchObject({
    ...{ status: 0, stdout: `${other}에 용어 1개와 문제 1개를 적었어요.\n` },
  });
  const courses = folderOf({
    'a/course.yaml': 'title: A\n',
    'b/course.yaml': 'title: B\n',
    'a/a.md': '# A\n\na\n',
    'b/b.md': '# B\n\nb\n',
  });
  expect(await run(['export', 'csv', several, courses], { env })).toMatchObject({
    ...{ status: 1, stderr: expect.stringContaining('several courses') },
  });
  expect(readdirSync(join(folder, 'out/glossary'))).toEqual(['차.md']);
});
