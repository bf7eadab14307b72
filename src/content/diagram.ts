import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { DIAGRAM, type Diagram, type Figure } from '../core/reply/diagram.ts';
import { bilingual } from '../questions/fields.ts';

const upTo = (most: number) => (text: Readonly<Record<Locale, string>>) =>
  [text.ko, text.en].every((one) => Array.from(one).length <= most);

const label = bilingual.refine(upTo(DIAGRAM.label), { message: 'too-long-label' });
const tone = z.enum(['focus', 'faded', 'broken']).optional();

/** A figure before its language is known. */
type Drawing = (locale: Locale) => Figure;

/** A key that is undefined is left out: what is compared and hashed has none. */
const withKey = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const box = z.strictObject({ box: label, tone }).transform(
  ({ box, tone }): Drawing =>
    (locale) => ({ type: 'box', label: box[locale], ...withKey('tone', tone) }),
);

const bareBox = label.transform(
  (words): Drawing =>
    (locale) => ({ type: 'box', label: words[locale] }),
);

const arrow = z.strictObject({ arrow: label, back: label.optional() }).transform(
  ({ arrow, back }): Drawing =>
    (locale) => ({ type: 'arrow', label: arrow[locale], ...withKey('back', back?.[locale]) }),
);

const items = z
  .array(z.lazy(() => figure))
  .min(1)
  .max(DIAGRAM.items)
  .superRefine((drawings, context) => {
    const arrows = drawings.map((drawing) => drawing('ko').type === 'arrow');
    const lost = arrows.findIndex((is, i) => is && (arrows[i - 1] !== false || arrows[i + 1] === undefined));
    if (lost >= 0) context.addIssue({ code: 'custom', path: [lost], message: 'arrow-between' });
  })
  .optional();

interface Arranged {
  row?: readonly Drawing[] | undefined;
  column?: readonly Drawing[] | undefined;
}

const oneWay = ({ row, column }: Arranged): boolean => (row === undefined) !== (column === undefined);

const arranged = ({ row, column }: Arranged, locale: Locale) => ({
  way: row ? ('row' as const) : ('column' as const),
  items: (row ?? column ?? []).map((drawing) => drawing(locale)),
});

const group = z
  .strictObject({ group: label.optional(), panel: label.optional(), tone, row: items, column: items })
  .refine(oneWay, { message: 'one-way' })
  .refine(({ group, panel }) => group === undefined || panel === undefined, { message: 'one-frame' })
  .transform(
    ({ group, panel, tone, ...rest }): Drawing =>
      (locale) => ({
        type: 'group',
        ...withKey('label', (group ?? panel)?.[locale]),
        ...withKey('panel', panel && (true as const)),
        ...withKey('tone', tone),
        ...arranged(rest, locale),
      }),
  );

/** Which schema a figure is held to, by its shape: a text is a box, `->` and `<->` are arrows without a label. */
function schemaOf(value: unknown): z.ZodType<Drawing> | undefined {
  if (typeof value === 'string') return bareBox;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('ko' in value || 'en' in value) return bareBox;
  if ('box' in value) return box;
  if ('arrow' in value) return arrow;
  return ['group', 'panel', 'row', 'column'].some((key) => key in value) ? group : undefined;
}

const figure: z.ZodType<Drawing> = z.unknown().transform((value, context): Drawing => {
  if (value === '->') return () => ({ type: 'arrow' });
  if (value === '<->') return () => ({ type: 'arrow', back: '' });
  const checked = schemaOf(value)?.safeParse(value);
  if (checked?.success) return checked.data;
  if (checked) for (const issue of checked.error.issues) context.addIssue({ ...issue });
  else context.addIssue({ code: 'custom', message: 'no-figure' });
  // Not z.NEVER: an unknown key, unlike every other problem, does not keep zod from going on with the rest.
  return () => ({ type: 'box', label: '' });
});

/** Every figure within, itself included, and how many groups it stands in. */
const figuresIn = (one: Figure, depth = 0): { one: Figure; depth: number }[] => [
  { one, depth },
  ...(one.type === 'group' ? one.items.flatMap((item) => figuresIn(item, depth + 1)) : []),
];

/** `diagram:` of a term: boxes, groups and arrows, which read from left to right or from top to bottom. */
export const diagramSchema = z
  .strictObject({
    alt: bilingual.refine(upTo(DIAGRAM.alt), { message: 'too-long-alt' }),
    row: items,
    column: items,
  })
  .refine(oneWay, { message: 'one-way' })
  .transform(({ alt, ...rest }): Readonly<Record<Locale, Diagram>> => {
    const of = (locale: Locale): Diagram => ({
      alt: alt[locale],
      figure: { type: 'group', ...arranged(rest, locale) },
    });
    return { ko: of('ko'), en: of('en') };
  })
  .refine(
    ({ ko }) => {
      const all = figuresIn(ko.figure);
      return all.length <= DIAGRAM.figures + 1 && all.every(({ depth }) => depth <= DIAGRAM.depth);
    },
    { message: 'too-much' },
  );
