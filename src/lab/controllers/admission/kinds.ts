/** What a draft is, by its row: an admission plugin gets every kind. */
import type { Thing } from '../../engine/object.ts';
import { CLAIMS, PODS, SERVICES } from '../../kinds/core.ts';
import type { Row } from '../../kinds/row.ts';
import type { PersistentVolumeClaim, Pod, Service } from '../../kinds/types.ts';

export const isPod = (row: Row, thing: Thing): thing is Pod => row === PODS && thing.kind === 'Pod';
export const isService = (row: Row, thing: Thing): thing is Service => row === SERVICES && thing.kind === 'Service';
export const isClaim = (row: Row, thing: Thing): thing is PersistentVolumeClaim =>
  row === CLAIMS && thing.kind === 'PersistentVolumeClaim';
