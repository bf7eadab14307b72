import { z } from 'zod';
import { withoutShortcodes } from './hugo.ts';
import { explanationAndAnalogy, parseMarkdown } from './markdown.ts';
import type { Term } from './model.ts';
import { bilingual, slug } from './names.ts';

/** Front matter of the Kubernetes documentation's glossary (content/<language>/docs/reference/glossary). */
export const officialSchema = z.looseObject({
  title: z.string().trim().min(1),
  id: z.string().trim().min(1).optional(),
  short_description: z.string().trim().min(1),
  aka: z.union([z.array(z.string().nullable()), z.string()]).nullish(),
});

export const looksOfficial = (data: object): boolean => 'short_description' in data;

/** A term from the official format; related are the terms that its text links to. */
export function officialTerm(data: z.infer<typeof officialSchema>, body: string, file: string): Term {
  const { text, terms } = withoutShortcodes(body);
  const description = withoutShortcodes(data.short_description);
  const title = bilingual(data.title);
  const id = slug(data.id ?? title.en);
  const { explanation, analogy } = explanationAndAnalogy(text, parseMarkdown(text).children);
  const definition = description.text.replace(/\s+/g, ' ').trim();
  const aka = typeof data.aka === 'string' ? [data.aka] : (data.aka ?? []);
  return {
    id,
    title,
    aliases: aka.filter((name) => name !== null && name.trim() !== '').map(String),
    misspellings: [],
    definition: { ko: definition, en: definition },
    explanation: { ko: explanation, en: explanation },
    analogy: analogy === undefined ? undefined : { ko: analogy, en: analogy },
    asks: [],
    related: Array.from(new Set([...description.terms, ...terms])).filter((term) => term !== id),
    section: undefined,
    questions: [],
    file,
  };
}
