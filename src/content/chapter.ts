import type { Heading, Nodes, RootContent, Table } from 'mdast';
import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { cells, plainText, rewrite, walk } from '../markdown/nodes.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { diagramSchema } from './diagram.ts';
import { NO_GUIDES } from './guides.ts';
import type { Section, Term } from './model.ts';
import { slug, splitName } from './names.ts';
import { withoutShortcodes } from './shortcodes.ts';
import { text } from './text.ts';

/** Front matter of a chapter: ours, or any Jekyll or Hugo post's. */
export const chapterSchema = z.looseObject({
  title: z.union([z.string(), z.number().transform(String)]).optional(),
  id: z.string().trim().min(1).optional(),
  /** The language of the whole file; files of one id and several languages are one chapter. */
  lang: z.enum(['ko', 'en']).optional(),
  /** Heading id -> how people ask for what that section tells. */
  asks: z
    .record(z.string(), z.array(z.string()))
    .transform((asks) => new Map(Object.entries(asks)))
    .optional(),
  /** Heading id -> what is drawn below that section. */
  diagrams: z
    .record(z.string(), diagramSchema)
    .transform((diagrams) => new Map(Object.entries(diagrams)))
    .optional(),
});

/** What a chapter can do without. */
export const CHAPTER_PARTS: readonly PropertyKey[] = ['diagrams'];

export interface ChapterText {
  id: string;
  lang: Locale | undefined;
  title: string;
  sections: (Pick<Section, 'id' | 'asks' | 'points' | 'diagram'> & { title: string; body: string; terms: string[] })[];
  /** Links to terms, with the body's line of each. */
  links: { term: string; line: number }[];
  /** Terms that stand in a table. */
  terms: Term[];
  /** What its front matter says of headings that it does not have: the key, the heading's id. */
  strays: (readonly [of: 'asks' | 'diagrams', id: string])[];
  file: string;
}

const ID = /\s*\{#([\p{L}\p{N}_-]+)\}\s*$/u;
const TERM_LINK = 'term:';
const DEEPEST = 3;

const NAME_COLUMN = /^(?:용어|단어|개념|기능|이름|term|name|concept|word|feature)s?$/i;
const MEANING_COLUMN = /^(?:설명|뜻|의미|정의|내용|하는 일|description|meaning|definition|explanation)s?$/i;

/** Images become links (chat shows no remote image within text), links to terms their words. */
function forChat(markdown: string, nodes: readonly RootContent[], locale: Locale): string {
  return rewrite(markdown, nodes, (node) => {
    if (node.type === 'image') {
      const alt = node.alt?.trim() || node.title?.trim() || text(locale).picture;
      return /^https?:/.test(node.url) ? `[${alt}](${node.url})` : alt;
    }
    if (node.type === 'link' && node.url.startsWith(TERM_LINK)) return plainText(node);
    return undefined;
  });
}

function linkedTerms(node: Nodes): ChapterText['links'] {
  const found: ChapterText['links'] = [];
  for (const inner of walk(node)) {
    if (inner.type === 'link' && inner.url.startsWith(TERM_LINK))
      found.push({ term: inner.url.slice(TERM_LINK.length), line: inner.position?.start.line ?? 1 });
  }
  return found;
}

/** What stands out in a text: its headings. */
const pointsOf = (nodes: readonly RootContent[]): string[] =>
  nodes.flatMap((node) =>
    Array.from(walk(node))
      .filter(({ type }) => type === 'heading')
      .map(plainText),
  );

/** A table `용어 | 설명` as terms, each related to its neighbours. */
function termsOf(table: Table, section: string, file: string): Term[] {
  const [header = [], ...rows] = cells(table.children);
  const name = header.findIndex((cell) => NAME_COLUMN.test(cell));
  const meaning = header.findIndex((cell) => MEANING_COLUMN.test(cell));
  if (name < 0 || meaning < 0) return [];
  const named = rows.flatMap((row) => {
    const title = row[name] ?? '';
    const definition = row[meaning] ?? '';
    const id = slug(splitName(title).en);
    return !/\p{L}/u.test(id) || definition === '' ? [] : [{ id, title, definition }];
  });
  return named.map(({ id, title, definition }) => ({
    id,
    title: splitName(title),
    aliases: [],
    misspellings: [],
    definition: { ko: definition, en: definition },
    explanation: { ko: '', en: '' },
    analogy: undefined,
    diagram: undefined,
    asks: [],
    related: named
      .map((other) => other.id)
      .filter((other) => other !== id)
      .slice(0, 5),
    section,
    ...NO_GUIDES,
    questions: [],
    file,
  }));
}

/**
 * The headings that begin a section: those that name an id, where any does; otherwise all down to ###. A single # above
 * everything is the chapter's own title; it begins a section, too, where text follows it before the next heading.
 */
function sectionHeadings(nodes: readonly RootContent[]): { headings: Heading[]; title: Heading | undefined } {
  const all = nodes.filter((node) => node.type === 'heading').filter((heading) => heading.depth <= DEEPEST);
  const tops = all.filter((heading) => heading.depth === 1);
  const title = tops.length === 1 && tops[0] === all[0] ? tops[0] : undefined;
  const leads = title !== undefined && nodes[nodes.indexOf(title) + 1] === all[1];
  const named = all.filter((heading) => ID.test(plainText(heading)));
  const parts = named.length > 0 ? named : all.filter((heading) => heading !== title);
  const preface = title === undefined || leads || parts.includes(title) ? [] : [title];
  return { headings: [...preface, ...parts], title };
}

/**
 * A chapter's one-language text from Markdown: headings down to ### become sections (`{#id}` names one, otherwise its
 * words do), tables of terms become terms.
 */
export function chapterText(data: z.infer<typeof chapterSchema>, raw: string, file: string, name: string): ChapterText {
  const id = slug(data.id ?? name) || 'chapter';
  const { text: markdown } = withoutShortcodes(raw);
  const root = parseMarkdown(markdown);
  const nodes = root.children;
  const sections: ChapterText['sections'] = [];
  const terms: Term[] = [];
  const used = new Map<string, number>();

  const place = new Map(nodes.map((node, i) => [node, i]));
  const { headings, title } = sectionHeadings(nodes);
  headings.forEach((heading, i) => {
    const start = (place.get(heading) ?? 0) + 1;
    const until = (next: Heading | undefined): RootContent[] =>
      nodes.slice(start, next ? place.get(next) : nodes.length);
    const own = until(headings[i + 1]).filter((node) => node.type !== 'thematicBreak');
    // A heading right above its first subheading tells what all of them tell.
    const all = own.length > 0 ? own : until(headings.find((other, at) => at > i && other.depth <= heading.depth));
    const whole = all.slice(0, all.findLastIndex((node) => node.type !== 'thematicBreak') + 1);
    if (whole.length === 0) return;
    const words = plainText(heading);
    const base = slug(ID.exec(words)?.[1] ?? words) || 'section';
    let times = used.get(base) ?? 0;
    let key = base;
    do key = ++times === 1 ? base : `${base}-${times}`;
    while (used.has(key));
    used.set(key, 1).set(base, times);
    const section = `${id}#${key}`;
    sections.push({
      id: section,
      title: words.replace(ID, ''),
      body: forChat(markdown, whole, data.lang ?? 'ko'),
      terms: whole.flatMap(linkedTerms).map((link) => link.term),
      asks: data.asks?.get(key) ?? [],
      diagram: data.diagrams?.get(key),
      points: pointsOf(whole),
    });
    for (const node of own) if (node.type === 'table') terms.push(...termsOf(node, section, file));
  });
  // Lines count in the file as it is: what was taken out may have been several lines.
  const links = linkedTerms(markdown === raw ? root : parseMarkdown(raw));
  return {
    id,
    lang: data.lang,
    title: data.title ?? (title ? plainText(title).replace(ID, '') : name),
    sections,
    links,
    terms,
    strays: (['asks', 'diagrams'] as const).flatMap((of) =>
      Array.from(data[of]?.keys() ?? [])
        .filter((key) => !used.has(key))
        .map((key) => [of, key] as const),
    ),
    file,
  };
}

/** Merges the languages of one chapter, section by section; a language that is missing borrows the other's. */
export function mergeChapter(texts: readonly ChapterText[]): {
  title: { ko: string; en: string };
  sections: Section[];
} {
  const korean = texts.find((text) => text.lang !== 'en') ?? texts[0];
  const english = texts.find((text) => text.lang === 'en') ?? korean;
  const sections = (korean?.sections ?? []).map((ko) => {
    const en = english?.sections.find((section) => section.id === ko.id) ?? ko;
    return {
      id: ko.id,
      title: { ko: ko.title, en: en.title },
      body: { ko: ko.body, en: en.body },
      terms: Array.from(new Set(ko.terms)),
      asks: Array.from(new Set([...ko.asks, ...en.asks])),
      diagram: ko.diagram ?? en.diagram,
      points: Array.from(new Set([...ko.points, ...en.points])),
    };
  });
  return { title: { ko: korean?.title ?? '', en: english?.title ?? '' }, sections };
}
