import type { Admission } from '../engine/admission.ts';

/** In the order in which they have their say. */
export const ADMISSIONS: readonly Admission[] = [];
