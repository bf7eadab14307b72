import fc from 'fast-check';
import { DIAGRAM, type Figure, type Group } from '../../src/core/reply/diagram.ts';

const label = fc.oneof(
  fc.constantFrom('파드', '컨트롤러 매니저', 'PersistentVolumeClaim', '서비스 web · 10.96.0.10', '한 번에', 'v1'),
  fc.string({ unit: fc.constantFrom(...'가힣뷁 Wi.·'), minLength: 1, maxLength: DIAGRAM.label }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: DIAGRAM.label }),
);
const tone = fc.constantFrom('focus' as const, 'faded' as const, 'broken' as const);

/** A thing between any two of which there may stand an arrow. */
const things = (thing: fc.Arbitrary<Figure>): fc.Arbitrary<Figure[]> =>
  fc
    .array(
      fc.tuple(
        thing,
        fc.option(
          fc.record(
            { type: fc.constant('arrow' as const), label, back: fc.oneof(label, fc.constant('')) },
            { requiredKeys: ['type'] },
          ),
          { nil: undefined },
        ),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((pairs) =>
      pairs.flatMap(([one, arrow], i): Figure[] => (arrow && i < pairs.length - 1 ? [one, arrow] : [one])),
    );

const group = (thing: fc.Arbitrary<Figure>): fc.Arbitrary<Group> =>
  fc.record(
    {
      type: fc.constant('group' as const),
      label,
      panel: fc.constant(true as const),
      tone,
      way: fc.constantFrom('row' as const, 'column' as const),
      items: things(thing),
    },
    { requiredKeys: ['type', 'way', 'items'] },
  );

const box: fc.Arbitrary<Figure> = fc.record(
  { type: fc.constant('box' as const), label, tone },
  { requiredKeys: ['type', 'label'] },
);

const deep = (depth: number): fc.Arbitrary<Figure> =>
  depth === 0 ? box : fc.oneof({ weight: 2, arbitrary: box }, { weight: 3, arbitrary: group(deep(depth - 1)) });

/** What any diagram that content could have is made of: nested, with arrows, with labels as long as they may be. */
export const anyFigures: fc.Arbitrary<Group> = group(deep(3));
