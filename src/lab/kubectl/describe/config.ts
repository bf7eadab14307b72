import { keys, map, text } from '../read.ts';
import { type Describer, describeEvents, describeHead } from './describer.ts';

const bytesOf = (base64: string): number => {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((base64.length / 4) * 3) - padding);
};

export const describeConfigMap: Describer = (page, item, looking) => {
  const data = map(item, 'data');
  const binary = map(item, 'binaryData');
  describeHead(page, item);
  page.line(0, '\nData\n====');
  for (const key of keys(data)) page.line(0, `${key}:\n----\n${data[key]}\n`);
  page.line(0, '\nBinaryData\n====');
  for (const key of keys(binary)) page.line(0, `${key}: ${bytesOf(binary[key] ?? '')} bytes`);
  page.line(0, '');
  describeEvents(page, looking);
};

export const describeSecret: Describer = (page, item) => {
  const data = map(item, 'data');
  const isToken = text(item, 'type') === 'kubernetes.io/service-account-token';
  describeHead(page, item);
  page.line(0, `\nType:\t${text(item, 'type')}`);
  page.line(0, '\nData\n====');
  for (const key of keys(data)) {
    const value = data[key] ?? '';
    const said = key === 'token' && isToken ? Buffer.from(value, 'base64').toString() : `${bytesOf(value)} bytes`;
    page.line(0, `${key}:\t${said}`);
  }
};
