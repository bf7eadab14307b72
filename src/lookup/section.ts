import type { Chapter, Section } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { sectionButton, termButtons } from '../course/term-blocks.ts';
import { poolsOf, topicLine } from '../practice/topics.ts';
import { pageLine, renderPage } from './page.ts';
import { text } from './text.ts';

/** Concepts of a section that have a button: a message has room for ten (LIMITS.buttons). */
const MOST_TERMS = 6;

/** The section's diagram, where it has one. */
const diagramBlocks = ({ title, diagram }: Section, chapter: Chapter | undefined, locale: Locale): Block[] =>
  diagram
    ? [
        {
          type: 'picture',
          title: title[locale],
          text: '',
          diagram: diagram[locale],
          foot: chapter?.title[locale] ?? '',
          isToldBeside: true,
        },
      ]
    : [];

/** A section of a chapter, with its concepts and the way to the next one. */
export function renderSection(section: Section, { terms, content }: Course, locale: Locale, wanted = 1): Reply {
  const chapter = content.chapters.find((one) => one.sections.some(({ id }) => id === section.id));
  const next = chapter?.sections[chapter.sections.findIndex(({ id }) => id === section.id) + 1];
  const { blocks, more, page, of } = renderPage(section.body[locale], { id: section.id, page: wanted, locale });
  const topic = { kind: 'section', section } as const;
  const practise = button(text(locale).quizOnSection, topicLine(topic));
  const hasQuestions = poolsOf(topic, terms).some((pool) => pool.length > 0);
  const named = section.terms.slice(0, MOST_TERMS).flatMap((id) => terms.get(id) ?? []);
  return {
    visibility: 'caller',
    accent: 'info',
    share: pageLine(section.id, page),
    blocks: [
      { type: 'heading', text: section.title[locale] },
      ...blocks,
      ...(page === 1 ? diagramBlocks(section, chapter, locale) : []),
      {
        type: 'buttons',
        buttons: [
          ...more,
          ...(hasQuestions ? [{ ...practise, primary: more.length === 0 }] : []),
          ...termButtons(named, locale),
          ...(next ? [sectionButton(next, locale)] : []),
        ],
      },
      ...(chapter
        ? [{ type: 'footer', text: chapter.title[locale] + (of > 1 ? ` · ${page}/${of}` : '') } as const]
        : []),
    ],
  };
}
