/** A page as a person reads it, and as a browser without scripts sends its forms. */
import { DomUtils, ElementType, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Node = Document['children'][number];
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const isElement = (node: object): node is Element => 'attribs' in node;

export const parsed = (html: string): Document => parseDocument(html, { decodeEntities: true });

export const attribute = (element: Element, name: string): string | undefined => element.attribs[name];

const has = (element: Element, name: string): boolean => element.attribs[name] !== undefined;

export const classesOf = (element: Element): string[] => (attribute(element, 'class') ?? '').split(' ');

/** All elements within a place for which a test holds, in the order of the document. */
export const elementsIn = (place: Node | Node[], test: (element: Element) => boolean): Element[] =>
  DomUtils.findAll(test, Array.isArray(place) ? place : [place]);

export const named = (place: Node | Node[], ...names: readonly string[]): Element[] =>
  elementsIn(place, ({ name }) => names.includes(name));

/** What is not there for readers. */
const SILENT = new Set(['head', 'script', 'style', 'input', 'svg', 'template', 'noscript']);
/** What stands in the line of the words around it. */
const INLINE = new Set('a b strong em i del code span label button sup sub option img input'.split(' '));

function readNode(node: Node): string {
  if (node.type === ElementType.ElementType.Text) return 'data' in node ? node.data : '';
  if (!isElement(node)) return '';
  if (SILENT.has(node.name) || has(node, 'hidden') || attribute(node, 'aria-hidden') === 'true') return '';
  if (node.name === 'img') return attribute(node, 'alt') ?? '';
  if (node.name === 'br') return '\n';
  const inner = node.children.map(readNode).join('');
  return INLINE.has(node.name) ? inner : `\n${inner}\n`;
}

/** What a person reads in a place, pictures by their words. */
export const readIn = (place: Node): string =>
  readNode(place)
    .replace(/\n{2,}/g, '\n')
    .trim();

/** What stands on a button or beside a box, as its words alone. */
export const labelIn = (place: Node): string => readNode(place).replace(/\s+/g, ' ').trim();

const isField = ({ name }: Element): boolean => ['input', 'textarea', 'select', 'button'].includes(name);

const fieldsIn = (place: Node): Element[] => elementsIn(place, isField);

const isSubmit = (element: Element): boolean =>
  element.name === 'button' && (attribute(element, 'type') ?? 'submit') === 'submit';

/** What can be pressed in a place: not what only scripts show. */
export const buttonsIn = (place: Node): Element[] => elementsIn(place, (one) => isSubmit(one) && !has(one, 'hidden'));

export const isDisabled = (element: Element): boolean => has(element, 'disabled');

/** What has been filled in, by the field's element. */
export type Filled = ReadonlyMap<Element, string | boolean | File>;

function entriesOf(field: Element, filled: Filled): [string, string | File][] {
  const name = attribute(field, 'name');
  if (name === undefined || name === '' || isDisabled(field)) return [];
  const given = filled.get(field);
  const value = attribute(field, 'value');
  switch (field.name === 'input' ? (attribute(field, 'type') ?? 'text') : field.name) {
    case 'checkbox':
    case 'radio':
      return (given ?? has(field, 'checked')) ? [[name, value ?? 'on']] : [];
    case 'file':
      return [[name, given instanceof File ? given : new File([], '')]];
    case 'select': {
      const options = named(field, 'option');
      const chosen = options.find((one) => has(one, 'selected')) ?? options[0];
      return chosen === undefined ? [] : [[name, String(given ?? attribute(chosen, 'value') ?? '')]];
    }
    case 'textarea':
      // HTML, 4.10.22.4: line ends are sent as CRLF.
      return [[name, String(given ?? DomUtils.textContent(field)).replace(/\r?\n/g, '\r\n')]];
    case 'button':
      return [];
    default:
      return [[name, String(given ?? value ?? '')]];
  }
}

/** Would a browser refuse to send it? */
function isIncomplete(field: Element, filled: Filled): boolean {
  if (!has(field, 'required')) return false;
  return entriesOf(field, filled).every(([, value]) => value === '');
}

export interface Sending {
  method: 'get' | 'post';
  action: string;
  fields: readonly [string, string | File][];
  isMultipart: boolean;
}

/** What a browser sends of a form that is sent by a button. @throws where it would not. */
export function sendingOf(form: Element, button: Element | undefined, filled: Filled): Sending {
  const fields = fieldsIn(form);
  const isFree = button !== undefined && has(button, 'formnovalidate');
  const open = isFree ? [] : fields.filter((field) => isIncomplete(field, filled));
  if (open.length > 0) throw new Error(`a browser wants ${open.map((one) => attribute(one, 'name'))} filled in`);
  const pressed: [string, string][] = [];
  const name = button && attribute(button, 'name');
  if (button && name !== undefined) pressed.push([name, attribute(button, 'value') ?? '']);
  return {
    method: attribute(form, 'method') === 'post' ? 'post' : 'get',
    action: attribute(form, 'action') ?? '',
    fields: [...fields.flatMap((field) => entriesOf(field, filled)), ...pressed],
    isMultipart: attribute(form, 'enctype') === 'multipart/form-data',
  };
}

/** The form that an element is in. @throws where it is in none. */
export function formOf(element: Element): Element {
  let at = element.parent;
  while (at && !(isElement(at) && at.name === 'form')) at = at.parent;
  if (!at || !isElement(at)) throw new Error('it is in no form');
  return at;
}

/** The words beside a field: those of the label that it is in. */
export function wordsBeside(field: Element): string {
  let at = field.parent;
  while (at && !(isElement(at) && at.name === 'label')) at = at.parent;
  if (!at || !isElement(at)) return attribute(field, 'aria-label') ?? '';
  const [own] = elementsIn(at.children, (one) => classesOf(one).includes('label'));
  return labelIn(own ?? at);
}
