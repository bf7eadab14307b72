/** What people here call a zone, lower case; any other city is known by its English name. The first of each names it. */
export const ZONE_NAMES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Seoul': ['서울', '한국', '대한민국', '부산', '대구', '인천', '광주', '대전', '울산', '제주', 'korea', 'kst'],
  'Asia/Tokyo': ['도쿄', '일본', 'japan', 'jst'],
  'Asia/Shanghai': ['상하이', '베이징', '중국', 'beijing', 'china'],
  'Asia/Taipei': ['타이베이', '대만', 'taiwan'],
  'Asia/Hong_Kong': ['홍콩'],
  'Asia/Singapore': ['싱가포르', 'singapore'],
  'Asia/Ho_Chi_Minh': ['호찌민', '호치민', '하노이', '베트남', 'hanoi', 'vietnam'],
  'Asia/Bangkok': ['방콕', '태국', 'thailand'],
  'Asia/Jakarta': ['자카르타'],
  'Europe/London': ['런던', '영국', 'uk'],
  'Europe/Paris': ['파리', '프랑스', 'france'],
  'Europe/Berlin': ['베를린', '독일', 'germany'],
  // IANA's own EST is five hours behind all year, without summer time: people mean New York's.
  'America/New_York': ['뉴욕', 'et', 'est', 'edt'],
  'America/Los_Angeles': ['로스앤젤레스', 'pt', 'pst', 'pdt'],
  'Australia/Sydney': ['시드니'],
};

/** `America/New_York` -> `New York`. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
