import { Idiomorph } from 'idiomorph';
import { isCopyButton } from './copy.ts';
import { enhance } from './order.ts';

/** HTML of our own server -> its elements. */
export function elementsOf(html: string): Element[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return Array.from(template.content.children);
}

/** Does the visitor type or choose just now? */
const isFillingIn = (): boolean => document.activeElement?.matches('input, textarea, select') ?? false;

/**
 * Makes what stands in a place into `html`: what is the same stays, with its focus and what was typed. What matches `kept`
 * stays as it is, with all that was chosen and put in order in it.
 */
export function show(place: Element, html: string, kept?: string): void {
  // A focused button is made anew like all else: it may stand for something else now.
  void Idiomorph.morph(place, html, {
    morphStyle: 'innerHTML',
    ignoreActiveValue: isFillingIn(),
    callbacks: {
      beforeNodeRemoved: (node) => !isCopyButton(node),
      beforeNodeMorphed: (old, fresh) =>
        kept === undefined ||
        !(old instanceof Element && fresh instanceof Element && old.matches(kept) && fresh.matches(kept)),
    },
  });
  enhance(place);
}

/** Makes an element into the one in `html`, and what is in it as `show` does. */
export function update(old: Element, html: string): void {
  const [fresh] = elementsOf(html);
  if (!fresh) return;
  for (const name of new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()])) {
    const value = fresh.getAttribute(name);
    if (value === null) old.removeAttribute(name);
    else old.setAttribute(name, value);
  }
  show(old, fresh.innerHTML);
}

/** Puts something new into a place, of which nothing is left: neither focus within it nor what was typed. */
export function showAnew(place: HTMLElement, html: string): void {
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren(...elementsOf(html));
  enhance(place);
  if (hadFocus) place.focus({ preventScroll: true });
}

/** Puts one element in the place of another. */
export function replace(old: Element, html: string): Element {
  const [fresh] = elementsOf(html);
  if (!fresh) return old;
  old.replaceWith(fresh);
  enhance(fresh);
  return fresh;
}

const token = (): string => document.querySelector<HTMLMetaElement>('meta[name=token]')?.content ?? '';

/** What the server answers to a form: a part of the page. `failed`: what it said instead, or that nothing came. */
export async function post(action: string, data: FormData): Promise<{ html: string } | { failed: string }> {
  const failed = document.body.dataset.failed ?? '';
  try {
    const response = await fetch(action, {
      method: 'POST',
      body: data,
      headers: { 'X-Fragment': '1', 'X-Token': token() },
    });
    const said = await response.text();
    if (response.ok) return { html: said };
    return { failed: said.length > 0 && said.length < 300 ? said : failed };
  } catch {
    return { failed };
  }
}

/** A note that something failed, as an answer. */
export function failure(said: string): HTMLElement {
  const note = document.createElement('p');
  note.className = 'problem';
  note.setAttribute('role', 'alert');
  note.textContent = said;
  return note;
}

/** The form of a submit event, with the button that sent it. */
export function sentBy(event: SubmitEvent): { form: HTMLFormElement; data: FormData } | undefined {
  const { target, submitter } = event;
  if (!(target instanceof HTMLFormElement) || target.method !== 'post') return undefined;
  return { form: target, data: new FormData(target, submitter) };
}
