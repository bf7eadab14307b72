/** How far the server's clock is ahead of this machine's, in milliseconds: phones' clocks are minutes off. */
let ahead = 0;

export function setNow(now: number): void {
  ahead = now - Date.now();
}

/** Has every clock on the page count down. */
function tick(): void {
  const pattern = document.body.dataset.seconds ?? '{n}';
  for (const clock of document.querySelectorAll<HTMLElement>('.countdown')) {
    const { ends, before = '', after = '' } = clock.dataset;
    const left = Math.max(0, Math.ceil((Number(ends) - Date.now() - ahead) / 1000));
    const said = ['⏱', before, pattern.replace('{n}', String(left)), after].filter((part) => part !== '').join(' ');
    if (clock.textContent !== said) clock.textContent = said;
    clock.classList.toggle('soon', left <= 5);
    clock.dataset.left = String(left);
  }
}

export function startClocks(): void {
  setInterval(tick, 250);
}

export { tick };
