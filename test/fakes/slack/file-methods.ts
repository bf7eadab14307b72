/** files.*: announced, uploaded, completed. */

import type { Call, Method, Reply } from './calls.ts';
import { channelOf, ownChannel } from './chat-methods.ts';
import { Refused, refuse, refuseArguments } from './errors.ts';
import { random } from './ids.ts';
import { isJson, number, objects, text } from './json.ts';
import { contentOf, createMessage, decoded, parentOf } from './messages.ts';
import type { Channel, StoredFile } from './model.ts';
import type { State } from './state.ts';
import type { Json, Shared } from './types.ts';
import { fileJson } from './wire.ts';

export const UPLOADS = '/upload/v1/';
export const PRIVATE = '/files-pri/';
export const SIGN_IN = '/signin';

/** Files may have up to 1 GB. */
const MAX_LENGTH = 1e9;
const MAX_ALT = 1000;

function announce(state: State, args: Json): Json {
  const name = text(args.filename);
  const length = number(args.length, -1);
  if (name === '') refuseArguments(['missing required field: filename']);
  if (length < 1) refuseArguments([args.length === undefined ? 'missing required field: length' : 'invalid length']);
  if (length > MAX_LENGTH) refuse('file_upload_size_restricted');
  const altText = args.alt_text ?? args.alt_txt;
  if (text(altText).length > MAX_ALT) refuse('alt_txt_too_large');
  const id = state.id('F');
  const ticket = random(48, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
  const place = encodeURIComponent(name.toLowerCase());
  state.files.set(id, {
    id,
    name,
    title: name,
    altText: typeof altText === 'string' && altText !== '' ? altText : undefined,
    data: new Uint8Array(),
    permalink: `https://dosirak-class.slack.com/files/${state.bot.id}/${id}/${place}`,
    urlPrivate: `${state.base}${PRIVATE}${state.teamId}-${id}/${place}`,
    length,
    stage: 'announced',
    ticket,
    createdAt: state.now(),
    readyAt: 0,
    channels: new Set(),
    owner: state.bot.id,
  });
  return { upload_url: `${state.base}${UPLOADS}${ticket}`, file_id: id };
}

/** The upload address: the bytes as they are, or as a part of a form. */
export function upload(state: State, call: Call): Reply {
  const ticket = call.path.slice(UPLOADS.length);
  const file = [...state.files.values()].find((one) => one.ticket === ticket);
  if (!file || file.stage === 'completed') return { status: 404, body: 'Not found' };
  const data = call.bytes ?? new Uint8Array();
  if (data.length !== file.length)
    return { status: 400, body: `The length is ${data.length} instead of ${file.length}` };
  Object.assign(file, { data, stage: 'uploaded' });
  return { status: 200, body: `OK - ${data.length}` };
}

/** A file that a person shares. */
export function share(state: State, owner: string, channel: Channel, shared: Shared): StoredFile {
  const { name, data, mimetype, told, external } = shared;
  const id = state.id('F');
  const place = encodeURIComponent(name.toLowerCase());
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const file: StoredFile = {
    id,
    name,
    title: name,
    altText: undefined,
    data: bytes,
    permalink: `https://dosirak-class.slack.com/files/${owner}/${id}/${place}`,
    urlPrivate: external ?? `${state.base}${PRIVATE}${state.teamId}-${id}/${place}`,
    length: bytes.length,
    stage: 'completed',
    ticket: '',
    createdAt: state.now(),
    readyAt: state.now(),
    channels: new Set([channel.id]),
    owner,
    mimetype,
    onlyId: told === 'id',
    isExternal: external !== undefined,
  };
  state.files.set(id, file);
  return file;
}

/**
 * The bytes of a file, for the client that has the token; also below `download/`. Without the token, or where it may not read
 * files, Slack leads to its page to sign in.
 */
export function download(state: State, call: Call): Reply {
  const id = /-(F[A-Z0-9]+)\//.exec(call.path)?.[1];
  const file = state.files.get(id ?? '');
  if (file?.stage !== 'completed') return { status: 404, body: 'Not found' };
  const may = call.token === state.botToken && !state.revoked.has('token') && state.scopes.includes('files:read');
  if (!may) return { status: 302, body: '', headers: { location: `${state.base}${SIGN_IN}` } };
  return { status: 200, body: file.data };
}

/** What a browser would see. */
export const signIn = (): Reply => ({ status: 200, body: '<!DOCTYPE html><html><title>Sign in</title></html>' });

function uploadedFiles(state: State, args: Json): { file: StoredFile; title: string }[] {
  const files = decoded(args.files, 'invalid_arguments');
  if (!Array.isArray(files) || files.length === 0 || !files.every(isJson))
    refuseArguments(['missing required field: files']);
  return objects(files).map(({ id, title }) => {
    const file = state.files.get(text(id));
    if (!file || file.stage === 'completed') refuse('file_not_found');
    if (file.stage === 'announced') refuse('file_not_found');
    return { file, title: text(title) };
  });
}

function complete(state: State, args: Json): Json {
  const uploaded = uploadedFiles(state, args);
  const names = [args.channel_id, ...text(args.channels).split(',')].filter((one) => text(one) !== '');
  const channels = names.map((name) => {
    const channel = channelOf(state, name);
    return ownChannel(state, channel.id);
  });
  const threadTs = text(args.thread_ts) || undefined;
  for (const channel of channels) parentOf(channel, threadTs);
  const comment = { text: args.initial_comment, blocks: args.blocks };
  const content = contentOf(state, comment, true);
  for (const { file, title } of uploaded)
    Object.assign(file, {
      stage: 'completed',
      title: title || file.name,
      readyAt: state.now() + state.processing,
    });
  const files = uploaded.map(({ file }) => file);
  for (const channel of channels) {
    for (const file of files) file.channels.add(channel.id);
    createMessage(state, content, { channel, author: state.bot.id, byBot: true, threadTs, files });
  }
  return { files: files.map((file) => fileJson(state, file)) };
}

export function fileMethods(state: State): Record<string, Method> {
  return {
    'files.getUploadURLExternal': { scopes: ['files:write'], run: ({ args }) => announce(state, args) },
    'files.completeUploadExternal': { scopes: ['files:write'], run: ({ args }) => complete(state, args) },
    'files.info': {
      scopes: ['files:read'],
      run: ({ args }) => {
        const file = state.files.get(text(args.file));
        if (file?.stage !== 'completed') throw new Refused('file_not_found');
        return { file: fileJson(state, file), comments: [], response_metadata: { next_cursor: '' } };
      },
    },
  };
}
