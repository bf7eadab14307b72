import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { hasSyllables } from '../language/hangul.ts';
import { explanationAndAnalogy, plainText, rewrite } from '../markdown/nodes.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { tangled } from '../markdown/tangled.ts';
import { NO_GUIDES } from './guides.ts';
import type { Term } from './model.ts';
import { namesIn, slug, splitName } from './names.ts';
import { withoutShortcodes } from './shortcodes.ts';

const list = z.union([z.array(z.string().nullable()), z.string()]).nullish();

/** Front matter of the Kubernetes documentation's glossary (content/<language>/docs/reference/glossary). */
export const officialSchema = z.looseObject({
  title: z.string().trim().min(1),
  id: z.string().trim().min(1).optional(),
  short_description: z.string().trim().min(1),
  aka: list,
  related: list,
});

export const looksOfficial = (data: object): boolean => 'short_description' in data;

const SITE = 'https://kubernetes.io';
/** The text above it repeats the short description, or explains the concept in other words. */
const MORE = '<!--more-->';
/** From here on, the words above <!--more--> are those of the short description. */
const REPEATED = 0.75;

/** Links within the documentation's own site, made whole; of those that a shortcode would complete, the words. */
const withSite = (markdown: string): string =>
  rewrite(markdown, parseMarkdown(markdown).children, (node) => {
    if (node.type !== 'link' || !/^[/#]/.test(node.url)) return undefined;
    const text = markdown.slice(node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset);
    if (node.url.includes('//')) return text;
    const page = node.url.startsWith('#') ? '/docs/reference/glossary/?all=true' : '';
    return `[${text}](${SITE}${page}${node.url})`;
  });

/** A tooltip without words shows its term's title; that stands here until every file is read. */
const placeholderFor = (id: string): string => `\uE000${id}\uE001`;
const PLACEHOLDER = /\uE000([^\uE000\uE001]*)\uE001/g;

/** The term with the titles of others, in the language of the text around them, where tooltips had no words. */
export function withTitles(term: Term, titleOf: (id: string) => Localized | undefined): Term {
  const told = (text: string): string => {
    const locale = hasSyllables(text) ? 'ko' : 'en';
    return text.replace(PLACEHOLDER, (_, id: string) => titleOf(slug(id))?.[locale] ?? id.replaceAll('-', ' '));
  };
  const both = ({ ko, en }: Localized): Localized => ({ ko: told(ko), en: told(en) });
  return {
    ...term,
    definition: both(term.definition),
    explanation: both(term.explanation),
    analogy: term.analogy && both(term.analogy),
  };
}

/** One line without links and emphasis; a text too tangled to be parsed keeps them. */
function plainLine(markdown: string): string {
  const line = markdown.replace(/\s+/g, ' ').trim();
  if (tangled(line) !== undefined) return line;
  return rewrite(line, parseMarkdown(line).children, (node) =>
    ['link', 'emphasis', 'strong'].includes(node.type) ? plainText(node) : undefined,
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function repeats(above: string, definition: string): boolean {
  const said = new Set(wordsOf(definition));
  const words = wordsOf(plainLine(above));
  return words.filter((word) => said.has(word)).length >= words.length * REPEATED;
}

/** The whole text; what stands above <!--more--> only where it is not the definition once more. */
function textOf(body: string, definition: string): string {
  const [above = '', ...below] = body.split(MORE).map((part) => withoutShortcodes(part, placeholderFor).text.trim());
  const rest = below.join('\n\n').trim();
  // A sentence may go on below the mark.
  if (above.endsWith(',')) return `${above} ${rest}`.trim();
  return rest !== '' && repeats(above, definition) ? rest : `${above}\n\n${rest}`.trim();
}

/** How the Korean documentation ends a title: `파드 (원문, Pod)`. */
const ORIGINAL = '(원문,';

/** The name in each language, and an abbreviation beside the English one: `파드 인터페이스(Pod interface, PI)`. */
function titleOf(title: string): { title: Localized; short: string[] } {
  const at = title.indexOf(ORIGINAL);
  const original = title.endsWith(')') ? title.slice(at + ORIGINAL.length, -1).trim() : '';
  if (at > 0 && original !== '')
    return { title: { ko: splitName(title.slice(0, at).trim()).ko, en: original }, short: [] };
  const { ko, en } = splitName(title);
  const [, full, short] = ko === en ? [] : (/^([^,]+), ([A-Z]{2,})$/.exec(en) ?? []);
  return full === undefined || short === undefined
    ? { title: { ko, en }, short: [] }
    : { title: { ko, en: full }, short: [short] };
}

/** `SIG (special interest group)` has two names; `Upstream (disambiguation)` and `리소스 (인프라)` have one. */
function namesOf(title: string): string[] {
  const [outer, inner] = namesIn(title);
  if (outer === undefined || inner === undefined) return [];
  return /^[a-z가-힣]+$/.test(inner) && hasSyllables(inner) === hasSyllables(outer) ? [outer] : [outer, inner];
}

/** Each name once, and none that is a title. */
function otherNames(names: readonly string[], title: Localized): string[] {
  const titles = [title.ko.toLowerCase(), title.en.toLowerCase()];
  return Array.from(new Set(names)).filter((name) => !titles.includes(name.toLowerCase()));
}

const toList = (value: z.infer<typeof list>): string[] =>
  (typeof value === 'string' ? [value] : (value ?? [])).flatMap((one) => one?.trim() || []);

/** A term from the official format; related are the terms that its text links to. */
export function officialTerm(data: z.infer<typeof officialSchema>, body: string, file: string): Term {
  const whole = withoutShortcodes(body);
  const description = withoutShortcodes(data.short_description, placeholderFor);
  const definition = plainLine(description.text);
  const text = withSite(textOf(body, definition));
  const { title, short } = titleOf(data.title);
  const id = slug(data.id ?? title.en);
  const { explanation, analogy } = explanationAndAnalogy(text, parseMarkdown(text).children);
  const names = [...toList(data.aka), ...short, ...namesOf(title.ko), ...namesOf(title.en)];
  const related = [...description.terms, ...whole.terms, ...toList(data.related)].map(slug);
  return {
    id,
    title,
    aliases: otherNames(names, title),
    misspellings: [],
    definition: { ko: definition, en: definition },
    explanation: { ko: explanation, en: explanation },
    analogy: analogy === undefined ? undefined : { ko: analogy, en: analogy },
    diagram: undefined,
    asks: [],
    related: Array.from(new Set(related)).filter((term) => term !== id),
    section: undefined,
    ...NO_GUIDES,
    questions: [],
    file,
  };
}

const isKorean = (term: Term): boolean => hasSyllables(term.definition.ko);

/** One term from the Korean and the English documentation's files; undefined where both are in one language. */
export function mergeOfficial(a: Term, b: Term): Term | undefined {
  if (isKorean(a) === isKorean(b)) return undefined;
  const [ko, en] = isKorean(a) ? [a, b] : [b, a];
  const title = { ko: ko.title.ko, en: en.title.en };
  return {
    ...ko,
    title,
    aliases: otherNames([...ko.aliases, ...en.aliases], title),
    definition: { ko: ko.definition.ko, en: en.definition.en },
    explanation: { ko: ko.explanation.ko, en: en.explanation.en },
    related: Array.from(new Set([...ko.related, ...en.related])),
  };
}
