import { z } from 'zod';
import { parseMarkdown } from '../text/markdown.ts';
import { withoutShortcodes } from './hugo.ts';
import { explanationAndAnalogy, rewrite } from './markdown.ts';
import type { Term } from './model.ts';
import { bilingual, namesIn, slug } from './names.ts';

/** Front matter of the Kubernetes documentation's glossary (content/<language>/docs/reference/glossary). */
export const officialSchema = z.looseObject({
  title: z.string().trim().min(1),
  id: z.string().trim().min(1).optional(),
  short_description: z.string().trim().min(1),
  aka: z.union([z.array(z.string().nullable()), z.string()]).nullish(),
});

export const looksOfficial = (data: object): boolean => 'short_description' in data;

const SITE = 'https://kubernetes.io';
/** What stands above it says the short description once more. */
const MORE = '<!--more-->';

/** Links within the documentation's own site, made whole. */
const withSite = (markdown: string): string =>
  rewrite(markdown, parseMarkdown(markdown).children, (node) => {
    if (node.type !== 'link' || !node.url.startsWith('/')) return undefined;
    const text = markdown.slice(node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset);
    return `[${text}](${SITE}${node.url})`;
  });

/** A term from the official format; related are the terms that its text links to. */
export function officialTerm(data: z.infer<typeof officialSchema>, body: string, file: string): Term {
  const [above = '', ...below] = body.split(MORE);
  const rest = below.join('').trim();
  const whole = withoutShortcodes(body);
  const description = withoutShortcodes(data.short_description);
  const text = withSite(withoutShortcodes(rest === '' ? above : rest).text);
  const title = bilingual(data.title);
  const id = slug(data.id ?? title.en);
  const { explanation, analogy } = explanationAndAnalogy(text, parseMarkdown(text).children);
  const definition = description.text.replace(/\s+/g, ' ').trim();
  const aka = typeof data.aka === 'string' ? [data.aka] : (data.aka ?? []);
  const names = [...aka.flatMap((name) => name?.trim() || []), ...(title.ko === title.en ? namesIn(title.en) : [])];
  return {
    id,
    title,
    aliases: names,
    misspellings: [],
    definition: { ko: definition, en: definition },
    explanation: { ko: explanation, en: explanation },
    analogy: analogy === undefined ? undefined : { ko: analogy, en: analogy },
    asks: [],
    related: Array.from(new Set([...description.terms, ...whole.terms].map(slug))).filter((term) => term !== id),
    section: undefined,
    questions: [],
    file,
  };
}

const isKorean = (term: Term): boolean => /[가-힣]/.test(term.definition.ko);

/** One term from the Korean and the English documentation's files; undefined where both are in one language. */
export function mergeOfficial(a: Term, b: Term): Term | undefined {
  if (isKorean(a) === isKorean(b)) return undefined;
  const [ko, en] = isKorean(a) ? [a, b] : [b, a];
  return {
    ...ko,
    title: { ko: ko.title.ko, en: en.title.en },
    aliases: Array.from(new Set([...ko.aliases, ...en.aliases])),
    definition: { ko: ko.definition.ko, en: en.definition.en },
    explanation: { ko: ko.explanation.ko, en: en.explanation.en },
    related: Array.from(new Set([...ko.related, ...en.related])),
  };
}
