/** Pixels of the smallest words on a wall: read from the last row. */
const SMALLEST = 20;
/** Of the largest, as shares of the window. */
const LARGEST = { height: 0.044, width: 0.034 } as const;
/** How much smaller each try is than the one before. */
const STEP = 0.95;
/** Of code, beside the words around it. */
const CODE = 0.85;

/** Code keeps its lines: it is smaller where they are long, and wrapped where they are longer than that. */
function fitCode(code: HTMLElement, size: number): void {
  code.classList.remove('wrapped');
  code.style.fontSize = `${Math.max(SMALLEST, size * CODE)}px`;
  const wide = code.scrollWidth / Math.max(1, code.clientWidth);
  if (wide <= 1) return;
  const smaller = (size * CODE) / wide;
  code.style.fontSize = `${Math.max(SMALLEST, smaller)}px`;
  if (smaller < SMALLEST) code.classList.add('wrapped');
}

/** Is all of it there without scrolling? A part of a pixel is none. */
const fitsWithin = (place: Element): boolean =>
  place.scrollHeight <= place.clientHeight + 1 && place.scrollWidth <= place.clientWidth + 1;

/** A list to be read of what a menu offers. */
function spread(options: readonly string[]): HTMLUListElement {
  const list = document.createElement('ul');
  list.className = 'spread';
  for (const option of options) list.appendChild(document.createElement('li')).textContent = option;
  return list;
}

/** What is picked from menus on phones is read on the wall: once where all menus offer the same. */
function spreadMenus(form: Element): void {
  const menus = Array.from(form.querySelectorAll('select'));
  const offered = menus.map(({ options }) =>
    Array.from(options).flatMap(({ value, text }) => (value === '' ? [] : [text])),
  );
  const [first = []] = offered;
  const isShared = menus.length > 1 && offered.every((options) => options.join('\n') === first.join('\n'));
  for (const [i, menu] of menus.entries())
    if (isShared) menu.remove();
    else menu.replaceWith(spread(offered[i] ?? []));
  if (isShared) form.append(spread(first));
}

/** Has the wall show all that it says, as large as there is room. */
export function startWall(live: HTMLElement): { shown(isNew: boolean): void } {
  const main = live.closest('main');
  const fits = (): boolean => [main, live].every((place) => place === null || fitsWithin(place));
  let size = 0;
  const adjust = (from: number): void => {
    if (!main) return;
    size = from;
    for (;;) {
      main.style.fontSize = `${size}px`;
      for (const code of live.querySelectorAll('pre')) fitCode(code, size);
      if (size <= SMALLEST || fits()) return;
      size = Math.max(SMALLEST, size * STEP);
    }
  };
  const largest = (): number => Math.max(SMALLEST, Math.min(innerHeight * LARGEST.height, innerWidth * LARGEST.width));
  addEventListener('resize', () => adjust(largest()));
  return {
    shown(isNew) {
      for (const form of live.querySelectorAll('form.menus')) spreadMenus(form);
      // What only counts on does not jump to another size, while there is room for it.
      adjust(isNew || size === 0 ? largest() : size);
    },
  };
}
