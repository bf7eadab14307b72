/** Milliseconds for which a button says that it has copied. */
const SAID = 2000;

/** The text of a code block, as it was written. */
const textOf = (code: Element): string => code.querySelector('code')?.textContent ?? '';

/** Puts a text on the clipboard; false where the browser refuses. */
async function copy(text: string): Promise<boolean> {
  if (isSecureContext)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  // A classroom's own server often has no https: there a browser copies by its old command alone.
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', give);
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', give);
  return isDone;
}

/** Says on a button, and to a screen reader by its name, what pressing it does or has done. */
function name(button: HTMLButtonElement, words = '', isDone = false): void {
  button.classList.toggle('done', isDone);
  button.setAttribute('aria-label', words);
  button.title = words;
}

function copyButton(code: Element): HTMLButtonElement {
  const { copy: does, copied } = document.body.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  name(button, does);
  button.addEventListener('click', async () => {
    if (!(await copy(textOf(code)))) return getSelection()?.selectAllChildren(code.querySelector('code') ?? code);
    name(button, copied, true);
    setTimeout(() => name(button, does), SAID);
  });
  return button;
}

/** Is it a button of ours, which no server sends? */
export const isCopyButton = (node: Node): boolean => node instanceof Element && node.classList.contains('copy');

/**
 * Gives each code block of a chat a button that copies it; one that what is shown now has no code for goes. What a class is
 * asked is to be read.
 */
export function addCopyButtons(place: ParentNode): void {
  for (const stray of place.querySelectorAll(':not(.code) > .copy')) stray.remove();
  for (const code of place.querySelectorAll('.chat .code:not(.look *)'))
    if (!code.querySelector('.copy') && textOf(code).trim() !== '') code.append(copyButton(code));
}
