/** How far the server's clock is ahead of this machine's, in milliseconds: phones' clocks are minutes off. */
let ahead = 0;

export function setNow(now: number): void {
  ahead = now - Date.now();
}

/** Has every clock on the page count down, in words and as a bar. */
export function tick(): void {
  const pattern = document.body.dataset.seconds ?? '{n}';
  for (const clock of document.querySelectorAll<HTMLElement>('.countdown')) {
    const { ends = '', whole = '', before = '', after = '' } = clock.dataset;
    const left = Math.max(0, Number(ends) - Date.now() - ahead);
    const seconds = Math.ceil(left / 1000);
    const said = ['⏱', before, pattern.replace('{n}', String(seconds)), after].filter((part) => part !== '').join(' ');
    const words = clock.querySelector('.clock');
    if (words && words.textContent !== said) words.textContent = said;
    clock.classList.toggle('soon', seconds <= 5);
    const bar = clock.querySelector<HTMLElement>('.left');
    if (bar) bar.style.width = `${Math.min(1, left / Number(whole)) * 100}%`;
  }
}

export function startClocks(): void {
  setInterval(tick, 250);
}
