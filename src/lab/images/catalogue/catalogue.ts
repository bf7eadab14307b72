import { BASE } from './base.ts';
import { COURSE } from './course.ts';
import type { ImageRow } from './row.ts';
import { WEB } from './web.ts';

/** All images that a lab can pull. */
export const CATALOGUE: readonly ImageRow[] = [...WEB, ...BASE, ...COURSE];
