const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const two = (value: number): string => String(value).padStart(2, '0');

/** POSIX, `date`: the signs that scripts use, in UTC. */
export function formatDate(form: string, at: number): string {
  const date = new Date(at);
  const [day = '', month = ''] = [DAYS[date.getUTCDay()], MONTHS[date.getUTCMonth()]];
  const hour = date.getUTCHours();
  const signs: Readonly<Record<string, () => string>> = {
    Y: () => String(date.getUTCFullYear()),
    y: () => two(date.getUTCFullYear() % 100),
    m: () => two(date.getUTCMonth() + 1),
    d: () => two(date.getUTCDate()),
    e: () => String(date.getUTCDate()).padStart(2),
    H: () => two(hour),
    I: () => two(hour % 12 || 12),
    M: () => two(date.getUTCMinutes()),
    S: () => two(date.getUTCSeconds()),
    N: () => String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(9, '0'),
    s: () => String(Math.floor(at / 1000)),
    a: () => day.slice(0, 3),
    A: () => day,
    b: () => month.slice(0, 3),
    h: () => month.slice(0, 3),
    B: () => month,
    p: () => (hour < 12 ? 'AM' : 'PM'),
    Z: () => 'UTC',
    z: () => '+0000',
    j: () => String(Math.floor((at - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1).padStart(3, '0'),
    u: () => String(date.getUTCDay() || 7),
    w: () => String(date.getUTCDay()),
    F: () => formatDate('%Y-%m-%d', at),
    T: () => formatDate('%H:%M:%S', at),
    R: () => formatDate('%H:%M', at),
    D: () => formatDate('%m/%d/%y', at),
    c: () => formatDate('%a %b %e %H:%M:%S %Y', at),
    x: () => formatDate('%m/%d/%y', at),
    X: () => formatDate('%H:%M:%S', at),
    n: () => '\n',
    t: () => '\t',
    '%': () => '%',
  };
  return form.replace(/%([A-Za-z%])/g, (whole, sign) => signs[sign]?.() ?? whole);
}
