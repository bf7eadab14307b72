import type { Theme } from '../core/reply/drawable.ts';

const light = {
  paper: '#fff8ec',
  ink: '#2b2118',
  faint: '#6d5f50',
  quote: '#fdeccb',
  /** Below a diagram, and within its groups by turns. */
  sheet: '#fffdf8',
  tray: '#f5ecdb',
  /** What is left of a bar. */
  track: '#eadfca',
  frame: '#a8977f',
  arrow: '#7a6a57',
  box: '#ffffff',
  focus: '#f9cf5f',
  focusLine: '#b98a13',
  onFocus: '#2b2118',
  faded: '#efe7d8',
  fadedLine: '#9c8d79',
  onFaded: '#65584a',
  broken: '#fbdcd6',
  brokenLine: '#c23b2a',
  onBroken: '#8a1c10',
  /** Shares of right answers, weakest first: orange and blue, which the colour-blind tell apart, light and dark. */
  heat0: '#a03a00',
  heat1: '#cf7d1f',
  heat2: '#4a92c2',
  heat3: '#08519c',
  /** On the two ends, and on the two between. */
  onHeat: '#ffffff',
  onWarm: '#2b2118',
  lacquer: '#8c3b2e',
  rice: '#fffdf7',
  plum: '#d9485f',
  egg: '#f6c343',
  greens: '#6fae5f',
};

/** The colours of a card. What is written keeps 4.5 : 1 to what it stands on (WCAG 2.2, 1.4.3, level AA). */
export type Colour = keyof typeof light;

const dark: Record<Colour, string> = {
  paper: '#1f1a16',
  ink: '#f7ecdc',
  faint: '#b9a994',
  quote: '#352a1f',
  sheet: '#292119',
  tray: '#362c22',
  track: '#46392c',
  frame: '#8d7a64',
  arrow: '#c3b199',
  box: '#46392c',
  focus: '#f6c343',
  focusLine: '#ffe3a0',
  onFocus: '#2b2118',
  faded: '#2a231d',
  fadedLine: '#85745f',
  onFaded: '#bdad98',
  broken: '#5b211a',
  brokenLine: '#ff8b7a',
  onBroken: '#ffd8d1',
  heat0: '#d95f0e',
  heat1: '#f2b36b',
  heat2: '#b5dcf5',
  heat3: '#428dcf',
  onHeat: '#1f1a16',
  onWarm: '#1f1a16',
  lacquer: '#a14a3a',
  rice: '#fffdf7',
  plum: '#d9485f',
  egg: '#f6c343',
  greens: '#6fae5f',
};

export const PALETTES: Readonly<Record<Theme, Readonly<Record<Colour, string>>>> = { light, dark };
