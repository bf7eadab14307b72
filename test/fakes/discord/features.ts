/** What a server that knows less refuses. */
import { type ApiError, invalidForm } from './errors.ts';
import { EPHEMERAL, V2 } from './flags.ts';
import { allComponents, number, object, objects } from './json.ts';
import { refuse, type State } from './state.ts';
import type { Json } from './types.ts';

const LABEL = 18;
/** Select menus, which modals took later than Labels. */
const MENUS = new Set([3, 5, 6, 7, 8]);
/** Radio and checkbox groups, and checkboxes. */
const isBox = (type: number): boolean => type >= 21;
/** The newest component type from before components v2: the channel select. */
const NEWEST_LEGACY = 8;

const refusedField = (field: string, code: string): ApiError =>
  invalidForm({ [field]: { _errors: [{ code, message: 'The server does not know this.' }] } });

/** Of a message. */
export function requireFeatures(state: State, body: unknown): void {
  const data = object(body);
  const flags = number(data.flags);
  const { features } = state;
  if ((!features.ephemeral && flags & EPHEMERAL) || (!features.componentsV2 && flags & V2))
    refuse(refusedField('flags', 'BASE_TYPE_CHOICES'));
  if (features.componentsV2) return;
  for (const component of allComponents(data.components))
    if (number(component.type) > NEWEST_LEGACY) refuse(refusedField('components', 'UNION_TYPE_CHOICES'));
}

/** Of an interaction's callback. */
export function requireCallbackFeatures(state: State, type: number, data: Json): void {
  const { features } = state;
  if ((type === 8 && !features.autocomplete) || (type === 9 && !features.modals))
    refuse(refusedField('type', 'BASE_TYPE_CHOICES'));
  if (type === 9 && !features.label && objects(data.components).some((one) => one.type === LABEL))
    refuse(refusedField('data', 'UNION_TYPE_CHOICES'));
  const inModal = type === 9 ? [...allComponents(data.components)].map((one) => number(one.type)) : [];
  if ((!features.modalMenus && inModal.some((one) => MENUS.has(one))) || (!features.radio && inModal.some(isBox)))
    refuse(refusedField('data', 'UNION_TYPE_CHOICES'));
  if (type === 4 || type === 5 || type === 7) requireFeatures(state, data);
}
