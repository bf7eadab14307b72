/** A message's attachments and components as they are kept. */
import { allComponents, isJson, number, objects, text } from './json.ts';
import type { Channel, State, Uploaded } from './state.ts';
import type { Attachment, Json } from './types.ts';

export function newAttachments(state: State, channel: Channel, body: Json, uploads: readonly Uploaded[]): Attachment[] {
  const described = objects(body.attachments);
  return uploads.map((upload) => {
    const about = described.find((one) => String(one.id) === String(upload.index)) ?? {};
    const id = state.snowflake();
    const filename = text(about.filename) || upload.name;
    const url = `${state.base}/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`;
    const description = about.description;
    return {
      id,
      filename,
      size: upload.size,
      url,
      data: upload.data,
      ...(upload.type === '' ? {} : { contentType: upload.type }),
      ...(typeof description === 'string' ? { description } : {}),
    };
  });
}

/** Puts attachments' addresses for `attachment://name`, in a copy. */
export function resolved<T>(value: T, attachments: readonly Attachment[]): T {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) => {
    const url = isJson(one) ? text(one.url) : '';
    if (!isJson(one) || !url.startsWith('attachment://')) return one;
    const found = attachments.find(({ filename }) => filename === url.slice('attachment://'.length));
    return found ? { ...one, url: found.url, proxy_url: found.url, attachment_id: found.id } : one;
  });
}

/** Components as Discord keeps them: each has an id, given in order where the sender gave none. */
export function storedComponents(components: readonly Json[], attachments: readonly Attachment[]): Json[] {
  const copy = resolved([...components], attachments);
  const all = [...allComponents(copy)];
  const taken = new Set(all.map((component) => component.id));
  let next = 1;
  for (const component of all) {
    if (number(component.id) > 0) continue;
    while (taken.has(next)) next += 1;
    component.id = next++;
  }
  return copy;
}
