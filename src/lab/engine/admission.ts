import type { Row } from '../kinds/row.ts';
import type { Lab } from './lab.ts';
import type { Thing } from './object.ts';

/**
 * Has a say before an object is stored: it may fill in a draft (`admit`), then refuse it (`allow`), as the admission plugins
 * of the API server do. @throws ApiError
 */
export interface Admission {
  admit?(lab: Lab, row: Row, draft: Thing, before: Thing | undefined): void;
  allow?(lab: Lab, row: Row, object: Thing, before: Thing | undefined): void;
}
