import { describe } from 'vitest';
import { image, inMessage, long, plain, WEB } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const address = (length: number) => `https://example.com/${long(length - 20)}`;
const slackFile = (file: object) => ({ type: 'image', alt_text: 'a', slack_file: file });
const video = (more: object = {}) => ({
  type: 'video',
  alt_text: 'a',
  title: plain(),
  thumbnail_url: WEB,
  video_url: 'https://example.com/embed',
  ...more,
});

const rows: Row[] = [
  [
    'A picture has an address of 3000 at most',
    image({ image_url: address(3000) }),
    image({ image_url: address(3001) }),
    'image_url: must be less than 3001 characters',
  ],
  ['An address is one', image(), image({ image_url: 'attachment://a.png' }), 'image_url: invalid url'],
  [
    'An alt_text has 2000 characters at most',
    image({ alt_text: long(2000) }),
    image({ alt_text: long(2001) }),
    'alt_text: must be less than 2001 characters',
  ],
  ['An alt_text is not empty', image(), image({ alt_text: '' }), 'alt_text: must be more than 0 characters'],
  ['A picture has an alt_text', image(), { type: 'image', image_url: WEB }, 'missing required field: alt_text'],
  [
    'A title has 2000 characters at most',
    image({ title: plain(long(2000)) }),
    image({ title: plain(long(2001)) }),
    'title/text: must be less than 2001 characters',
  ],
  [
    'A picture comes from one place',
    slackFile({ id: 'F1' }),
    image({ slack_file: { id: 'F1' } }),
    'must define exactly one of `image_url`, `slack_file`',
  ],
  [
    'A file is told by its id or its url',
    slackFile({ url: WEB }),
    slackFile({ id: 'F1', url: WEB }),
    'slack_file: must define exactly one of `id`, `url`',
  ],
  [
    'A video has a title below 200',
    video({ title: plain(long(199)) }),
    video({ title: plain(long(200)) }),
    'title/text: must be less than 200 characters',
  ],
  [
    'A description is below 200',
    video({ description: plain(long(199)) }),
    video({ description: plain(long(200)) }),
    'description/text: must be less than 200 characters',
  ],
  [
    'A name of an author is below 50',
    video({ author_name: long(49) }),
    video({ author_name: long(50) }),
    'author_name: must be less than 50 characters',
  ],
  [
    'A video comes over https',
    video({ title_url: WEB }),
    video({ video_url: 'http://a.b' }),
    'video_url: must be formatted as an https url',
  ],
  ['A video has a thumbnail', video(), video({ thumbnail_url: undefined }), 'missing required field: thumbnail_url'],
  [
    'A file is remote',
    { type: 'file', external_id: 'a', source: 'remote' },
    { type: 'file', external_id: 'a', source: 'local' },
    'source: must be a valid enum value',
  ],
];

describe('media', () => itRefuses(rows, inMessage, '/blocks/0'));
