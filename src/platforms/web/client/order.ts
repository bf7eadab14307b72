import { addCopyButtons } from './copy.ts';

/** Has what is to be put in order be dragged, and moved by arrow keys; it is sent whole. */
function enhanceOrder(list: HTMLOListElement): void {
  if (list.dataset.ready !== undefined) return;
  list.dataset.ready = '';
  const form = list.closest('form');
  if (!form) return;
  const { line = '', send = '' } = list.dataset;
  const items = (): HTMLLIElement[] => Array.from(list.querySelectorAll('li'));
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'line';
  const submit = document.createElement('button');
  submit.type = 'submit';
  submit.className = 'button primary';
  submit.textContent = send;
  const row = document.createElement('div');
  row.className = 'row';
  row.append(submit);
  const quiet = form.querySelector('.quiet');
  if (quiet) row.append(quiet);
  form.append(field, row);
  form.querySelector('.so-far')?.remove();
  const hint = form.querySelector<HTMLElement>('.hint');
  if (hint) hint.textContent = hint.dataset.ordered ?? '';
  const note = (): void => {
    field.value = `${line} ${items()
      .map(({ dataset }) => dataset.value ?? '')
      .join('')}`;
  };
  const move = (item: HTMLLIElement, by: -1 | 1): void => {
    const all = items();
    const other = all[all.indexOf(item) + by];
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    note();
    item.querySelector<HTMLElement>('.handle')?.focus();
  };
  for (const item of items()) {
    const button = item.querySelector<HTMLButtonElement>('button[name=line]');
    if (button) {
      // With keys it is held by the button that it was pressed by.
      button.type = 'button';
      button.disabled = false;
      button.removeAttribute('name');
      button.classList.add('handle');
    }
    item.draggable = true;
    // A browser may not tell that a drag has ended: only the step that a student drags now is moved.
    item.addEventListener('dragstart', () => {
      for (const other of items()) other.classList.toggle('dragged', other === item);
    });
    item.addEventListener('dragend', () => {
      item.classList.remove('dragged');
      note();
    });
    item.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      move(item, event.key === 'ArrowUp' ? -1 : 1);
    });
    for (const [name, by] of [
      ['up', -1],
      ['down', 1],
    ] as const) {
      const arrow = item.querySelector<HTMLButtonElement>(`.${name}`);
      if (!arrow) continue;
      arrow.hidden = false;
      arrow.addEventListener('click', () => move(item, by));
    }
  }
  list.addEventListener('dragover', (event) => {
    event.preventDefault();
    const dragged = list.querySelector<HTMLLIElement>('.dragged');
    const over = event.target instanceof Element ? event.target.closest('li') : null;
    if (!dragged || !over || over === dragged) return;
    const { top, height } = over.getBoundingClientRect();
    if (event.clientY < top + height / 2) over.before(dragged);
    else over.after(dragged);
  });
  note();
}

/** Makes what has just been shown work as scripts can have it. */
export function enhance(place: ParentNode): void {
  addCopyButtons(place);
  for (const list of place.querySelectorAll<HTMLOListElement>('ol.in-order')) enhanceOrder(list);
  for (const command of place.querySelectorAll<HTMLElement>('.command')) {
    if (command.tabIndex === 0) continue;
    command.tabIndex = 0;
    command.setAttribute('role', 'button');
  }
}
