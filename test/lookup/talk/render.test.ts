import { describe, expect, test } from 'vitest';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import type { TalkKind } from '../../../src/lookup/talk/read.ts';
import { renderTalk } from '../../../src/lookup/talk/render.ts';
import { buttonsOf, textsOf } from '../../support/replies.ts';
import { courseOf, termNamed } from '../../support/small-course.ts';
import { courseContent } from '../../support/world.ts';

const COURSE = { content: courseContent() };
const KINDS: readonly TalkKind[] = [
  ...(['greeting', 'thanks', 'stop', 'who', 'upset', 'discouraged', 'crisis', 'class'] as const),
];

describe.each(['ko', 'en'] as const)('in %s', (locale) => {
  test.each(KINDS)('%s is answered in a few words that no other kind has, and fits every platform', (kind) => {
    const reply = renderTalk(kind, COURSE, locale);
    expect(withinLimits(reply)).toEqual(reply);
    expect(textsOf(reply).join('').length).toBeLessThan(320);
    expect(KINDS.filter((one) => textsOf(renderTalk(one, COURSE, locale)).join() === textsOf(reply).join())).toEqual([
      kind,
    ]);
  });

  test('what comes next is a button, but for somebody who needs a person', () => {
    expect(KINDS.filter((kind) => buttonsOf(renderTalk(kind, COURSE, locale)).length === 0)).toEqual(['crisis']);
  });
});

test('for what the instructor knows, the instructor is named', () => {
  expect(textsOf(renderTalk('class', COURSE, 'ko')).join()).toContain('선생님');
  expect(textsOf(renderTalk('class', COURSE, 'en')).join()).toContain('instructor');
});

test('a course that has nothing to ask offers no quiz', () => {
  const empty = { content: courseOf([termNamed('a')]) };
  for (const kind of KINDS) {
    const lines = buttonsOf(renderTalk(kind, empty, 'ko')).map(({ line }) => line);
    expect(lines).toEqual(
      buttonsOf(renderTalk(kind, COURSE, 'ko')).flatMap(({ line }) => (line === 'quiz' ? [] : [line])),
    );
  }
});
