/** Pictures, videos and remote files. */

import { block } from './block.ts';
import {
  all,
  anything,
  type Check,
  type Checks,
  exactlyOneOf,
  filled,
  formatted,
  oneOf,
  shape,
  text,
  url,
} from './checks.ts';
import { plain, slackFile } from './objects.ts';

const MAX_ALT = 2000;
const altText = filled(MAX_ALT);
const source: Checks = { image_url: url(), slack_file: slackFile };
const oneSource = exactlyOneOf('image_url', 'slack_file');

/** A picture inside another block. */
export const picture: Check = all(shape({ alt_text: altText }, { type: anything, ...source }), oneSource);

export const onlyPicture: Check = (field, scene) => {
  oneOf('image')(field.at('type'), scene);
  picture(field, scene);
};

export const image: Check = all(block({ alt_text: altText }, { ...source, title: plain(2000) }), oneSource);

const https = formatted(/^https:\/\/\S+$/, 'an https url');

/** Texts are «less than» 200 and 50 characters. */
export const video: Check = block(
  { alt_text: altText, title: plain(199), thumbnail_url: url(), video_url: https },
  {
    title_url: https,
    description: plain(199),
    author_name: text({ max: 49 }),
    provider_name: text(),
    provider_icon_url: url(),
  },
);

export const file: Check = block({ external_id: filled(), source: oneOf('remote') });
