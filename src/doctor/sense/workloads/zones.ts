/** Zones without a region that Go's data has. */
const PLAIN = new Set(
  'UTC GMT UCT Zulu Universal Greenwich GMT0 EST MST HST CET MET EET WET EST5EDT CST6CDT MST7MDT PST8PDT Cuba Egypt Eire GB Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya Navajo NZ Poland Portugal PRC ROC ROK Singapore Turkey W-SU'.split(
    ' ',
  ),
);
/** What people write for a zone. */
const MEANT: Readonly<Record<string, string>> = {
  kst: 'Asia/Seoul',
  seoul: 'Asia/Seoul',
  korea: 'Asia/Seoul',
  'asia/korea': 'Asia/Seoul',
  'gmt+9': 'Asia/Seoul',
  'utc+9': 'Asia/Seoul',
  '+09:00': 'Asia/Seoul',
  jst: 'Asia/Tokyo',
  tokyo: 'Asia/Tokyo',
  cst: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  ict: 'Asia/Bangkok',
  ist: 'Asia/Kolkata',
  pst: 'America/Los_Angeles',
  edt: 'America/New_York',
  utc: 'UTC',
  gmt: 'GMT',
};

/** A zone by its right name in the data of this runtime; undefined where it has none. */
function canonical(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Whether Kubernetes knows a time zone (Go's data: case counts), and which one was meant where it does not. */
export function zoneSlip(zone: string): { meant: string | undefined } | undefined {
  if (PLAIN.has(zone)) return undefined;
  const meant = MEANT[zone.toLowerCase()];
  const found = zone.includes('/') ? canonical(zone) : undefined;
  // Another name of the same zone is one of its links, which Go has as well.
  if (found !== undefined && (found === zone || found.toLowerCase() !== zone.toLowerCase())) return undefined;
  return { meant: meant ?? found };
}
