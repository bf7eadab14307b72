import type { Section } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import { button, type Reply } from '../core/reply/reply.ts';
import type { Course } from '../course/course.ts';
import { sectionButton, termButtons } from '../course/term-blocks.ts';
import { poolsOf, topicLine } from '../practice/topics.ts';
import { renderPage, shareLine } from './reading.ts';

const TOLD = 6;

/** A section of a chapter, with its concepts and the way to the next one. */
export function renderSection(section: Section, { terms, content }: Course, locale: Locale, page = 1): Reply {
  const ko = locale === 'ko';
  const chapter = content.chapters.find((one) => one.sections.some(({ id }) => id === section.id));
  const next = chapter?.sections[chapter.sections.findIndex(({ id }) => id === section.id) + 1];
  const { text, more, at, of } = renderPage(section.body[locale], { id: section.id, page, locale });
  const topic = { kind: 'section', section } as const;
  const practise = button(ko ? '이 절 퀴즈 풀기' : 'Quiz me on this', topicLine(topic));
  const asks = poolsOf(topic, terms).some((pool) => pool.length > 0);
  const told = section.terms.slice(0, TOLD).flatMap((id) => terms.get(id) ?? []);
  return {
    visibility: 'caller',
    accent: 'info',
    share: shareLine(section.id, at),
    blocks: [
      { type: 'heading', text: section.title[locale] },
      ...text,
      {
        type: 'buttons',
        buttons: [
          ...more,
          ...(asks ? [{ ...practise, primary: more.length === 0 }] : []),
          ...termButtons(told, locale),
          ...(next ? [sectionButton(next, locale)] : []),
        ],
      },
      ...(chapter ? [{ type: 'footer', text: chapter.title[locale] + (of > 1 ? ` · ${at}/${of}` : '') } as const] : []),
    ],
  };
}
