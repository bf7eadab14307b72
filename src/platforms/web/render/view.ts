import type { Locale } from '../../../core/locale.ts';
import type { Picture } from '../../../core/reply/blocks.ts';
import type { ClusterPicture } from '../../../core/reply/cluster.ts';
import type { Theme } from '../../../core/reply/drawable.ts';
import { capitalMark } from '../../../core/reply/option-mark.ts';

/** How a reply is shown in a browser. */
export interface View {
  locale: Locale;
  /** Where its forms go. */
  action: string;
  /** Stands in each of its forms: see guard.ts. Empty where many read the same, whose scripts add their own. */
  token: string;
  /** How options are marked: on the wall by letters. */
  marks: 'numbers' | 'letters';
  /** Where the picture of a card, or of a cluster, is. */
  pictureUrl(picture: Picture | ClusterPicture, theme: Theme): string;
  /** Where an answer that changes by itself is told as it changes. Left out of what many read. */
  followUrl?(line: string): string;
}

/** The mark of what stands at `place`, from 0. */
export const markOf = (place: number, { marks }: Pick<View, 'marks'>): string =>
  marks === 'letters' ? capitalMark(place) : String(place + 1);
