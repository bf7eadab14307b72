import { BASE } from './base.ts';
import { CLUSTER } from './cluster.ts';
import { COURSE } from './course.ts';
import { DATA } from './data.ts';
import { LANGUAGES } from './languages.ts';
import type { ImageRow } from './row.ts';
import { SAMPLES } from './samples.ts';
import { WEB } from './web.ts';

/** All images that a lab can pull. */
export const CATALOGUE: readonly ImageRow[] = [
  ...WEB,
  ...BASE,
  ...COURSE,
  ...SAMPLES,
  ...DATA,
  ...LANGUAGES,
  ...CLUSTER,
];
