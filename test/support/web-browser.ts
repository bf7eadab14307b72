/** A browser that runs no scripts: keeps cookies, follows redirections, fills forms in and sends them. */
import { type IncomingHttpHeaders, request } from 'node:http';
import {
  attribute,
  buttonsIn,
  classesOf,
  type Element,
  elementsIn,
  type Filled,
  formOf,
  isDisabled,
  labelIn,
  named,
  parsed,
  readIn,
  sendingOf,
} from './web-html.ts';

export interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Init {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}

/** One request, exactly as it is told: fetch() would not send another Host or Origin. */
const ask = (base: string, path: string, { method = 'GET', headers = {}, body }: Init = {}): Promise<Response> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, base), { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Fields as `application/x-www-form-urlencoded` or, where a form has a file, as `multipart/form-data`. */
async function encoded(fields: readonly [string, string | File][], isMultipart: boolean) {
  if (!isMultipart) {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
    return { body, type: 'application/x-www-form-urlencoded' };
  }
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  const made = new globalThis.Response(data);
  return { body: new Uint8Array(await made.arrayBuffer()), type: made.headers.get('content-type') ?? '' };
}

const REDIRECTS = 5;

/** A browser at the server of `base`; `headers` go with all that it asks. */
export function createBrowser(base: string, headers: Readonly<Record<string, string>> = { 'accept-language': 'ko' }) {
  const cookies = new Map<string, string>();
  let page: Response = { status: 0, headers: {}, text: '' };
  let path = '';
  let read = parsed('');

  const asIs = (): Record<string, string> => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ');
    return { ...headers, ...(cookie === '' ? {} : { cookie }) };
  };

  async function send(to: string, init: Init = {}): Promise<Response> {
    const response = await ask(base, to, { ...init, headers: { ...asIs(), ...init.headers } });
    for (const set of response.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  async function show(to: string, init?: Init): Promise<Response> {
    page = await send(to, init);
    path = to;
    for (let times = 0; page.status >= 300 && page.status < 400; times++) {
      if (times >= REDIRECTS) throw new Error(`${path} leads in a circle`);
      path = page.headers.location ?? '';
      page = await send(path);
    }
    read = parsed(page.text);
    return page;
  }

  const body = (): Element => {
    const [found] = named(read.children, 'body');
    if (!found) throw new Error(`no page but ${page.status}: ${page.text.slice(0, 500)}`);
    return found;
  };
  /** What one looks at: the last reply, or the whole page where there is none. */
  const place = (): Element =>
    named(read.children, 'article')
      .filter((one) => classesOf(one).includes('reply'))
      .at(-1) ?? body();

  /** A button by what stands on it. @throws where there is none, or more than one. */
  const button = (label: string, within = place()): Element => {
    const [found, twin] = buttonsIn(within).filter((one) => labelIn(one) === label);
    if (!found || twin) throw new Error(`${twin ? 'two' : 'no'} «${label}» in ${readIn(within)}`);
    if (isDisabled(found)) throw new Error(`«${label}» cannot be pressed`);
    return found;
  };

  async function submit(form: Element, by?: Element, filled: Filled = new Map()): Promise<Response> {
    const { method, action, fields, isMultipart } = sendingOf(form, by, filled);
    if (method === 'get') {
      const query = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
      return show(`${action}?${query}`);
    }
    const { body: sent, type } = await encoded(fields, isMultipart);
    // A browser says where a form comes from.
    const from = { 'content-type': type, origin: base, 'sec-fetch-site': 'same-origin' };
    return show(action, { method: 'POST', body: sent, headers: from });
  }

  return {
    base,
    cookies,
    asIs,
    send,
    submit,
    body,
    place,
    button,
    /** What was opened last, and where that is. */
    page: () => page,
    path: () => path,
    open: (to: string): Promise<Response> => show(to),
    read: (): string => readIn(place()),
    readAll: (): string => readIn(body()),
    press(label: string, filled?: Filled, within?: Element): Promise<Response> {
      const found = button(label, within);
      return submit(formOf(found), found, filled);
    },
    /** Types into the box of the chat. */
    say(words: string, file?: File): Promise<Response> {
      const [box] = elementsIn(body(), (one) => attribute(one, 'id') === 'box');
      if (!box) throw new Error(`there is no box in ${readIn(body())}`);
      const [text] = named(box, 'textarea');
      const upload = named(box, 'input').find((one) => attribute(one, 'type') === 'file');
      if (!text || !upload) throw new Error('the box takes nothing');
      const filled = new Map<Element, string | File>([[text, words]]);
      if (file) filled.set(upload, file);
      return submit(box, buttonsIn(box)[0], filled);
    },
    /** What a form of the page is sent with, so that it is taken. */
    token: (): string => {
      const [meta] = elementsIn(read.children, (one) => attribute(one, 'name') === 'token');
      return (meta && (attribute(meta, 'content') ?? attribute(meta, 'value'))) ?? '';
    },
  };
}

export type Browser = ReturnType<typeof createBrowser>;
