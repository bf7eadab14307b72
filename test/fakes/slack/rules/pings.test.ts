import { describe, expect, it } from 'vitest';
import { pings } from './rules.ts';
import { mrkdwn, plain, richSection, richText, section } from './samples.ts';

const said = ({ broadcasts, users, groups }: ReturnType<typeof pings>): string =>
  [...broadcasts, ...users, ...groups].join(' ');
const inText = (text: string) => said(pings({ text, blocks: [] }));
const inBlock = (block: object) => said(pings({ text: '', blocks: [{ ...block }] }));
const attached = (attachment: object) => said(pings({ text: '', blocks: [], attachments: [{ ...attachment }] }));

it('tells whom a text mentions, each once', () => {
  const text = '<!here> <!channel> <@U1> <@W2|kim> <@U1> <!subteam^S1> <!subteam^S2|@team> <!everyone|everyone>';
  expect(pings({ text, blocks: [] })).toEqual({
    broadcasts: ['here', 'channel', 'everyone'],
    users: ['U1', 'W2'],
    groups: ['S1', 'S2'],
  });
});

describe('a text', () => {
  it.each([
    ['<!group>', 'channel'],
    ['`<@U1>`', 'U1'],
    ['@channel @here @everyone @kim', ''],
    ['&lt;!channel&gt; &lt;@U1&gt;', ''],
    ['<#C1> <https://example.com|@here> <!date^1^{date}|@here> <U1>', ''],
    ['<! here> <@u1> <@>', ''],
  ])('%s notifies «%s»', (text, notified) => {
    expect(inText(text)).toBe(notified);
  });
});

describe('a text object', () => {
  it.each([
    [mrkdwn('<@U1> <!here>'), 'here U1'],
    [plain('<@U1> <!here> @channel'), ''],
    [mrkdwn('@here'), 'here'],
    [mrkdwn('(@channel), @everyone!'), 'channel everyone'],
    [mrkdwn('@here', { verbatim: true }), ''],
    [mrkdwn('<!here>', { verbatim: true }), 'here'],
    [mrkdwn('`@here` ```@channel```'), ''],
    [mrkdwn('a@here.com @hereabouts 가@here @here가'), ''],
  ])('%j notifies «%s»', (text, notified) => {
    expect(inBlock(section({ text }))).toBe(notified);
    expect(inBlock(section({ fields: [text] }))).toBe(notified);
    expect(inBlock({ type: 'context', elements: [text] })).toBe(notified);
  });
});

describe('other blocks', () => {
  it.each([
    [{ type: 'markdown', text: '# a\n<@U1> @here\n```\n@channel\n```' }, 'here U1'],
    [richText(richSection({ type: 'user', user_id: 'U1' }, { type: 'usergroup', usergroup_id: 'S1' })), 'U1 S1'],
    [richText(richSection({ type: 'broadcast', range: 'channel' })), 'channel'],
    [richText(richSection({ type: 'text', text: '<!here> @here' })), ''],
    [{ type: 'header', text: plain('@here') }, ''],
    [{ type: 'table', rows: [[{ type: 'raw_text', text: '<@U1>' }]] }, ''],
    [{ type: 'container', title: plain(), child_blocks: [section({ text: mrkdwn('<@U1>') })] }, 'U1'],
  ])('%j notify «%s»', (block, notified) => {
    expect(inBlock(block)).toBe(notified);
  });
});

it('looks at attachments', () => {
  expect(attached({ pretext: '<@U1>', text: '<@U2>', fields: [{ value: '<@U3>' }], footer: '<@U4>' })).toBe('U1 U2 U3');
  expect(attached({ text: '@here', blocks: [section({ text: mrkdwn('@here') })] })).toBe('here');
  expect(attached({ text: '@here' })).toBe('');
});
