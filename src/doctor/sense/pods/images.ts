import type { Localized } from '../../../core/locale.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, textOf } from '../../spot.ts';
import { refused, type TypeRule, unmeant } from '../rule.ts';
import { text } from './text.ts';

const COMPONENT = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const HOST = /^(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::\d+)?$/;

/** The part of an image's name before its tag and its digest. */
function partsOf(image: string): {
  host: string | undefined;
  path: string[];
  tag: string | undefined;
  digest: string | undefined;
} {
  const [rest = '', ...digests] = image.split('@');
  const slash = rest.lastIndexOf('/');
  const colon = rest.indexOf(':', slash + 1);
  const name = colon < 0 ? rest : rest.slice(0, colon);
  const [first = '', ...path] = name.split('/');
  const isHost = path.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return {
    host: isHost ? first : undefined,
    path: isHost ? path : [first, ...path],
    tag: colon < 0 ? undefined : rest.slice(colon + 1),
    digest: digests.length === 0 ? undefined : digests.join('@'),
  };
}

/** Why an image cannot be pulled, and how it was meant, by the form of names (distribution, reference.go). */
function wrongWith(image: string): { why: Localized; meant: string | undefined } | undefined {
  const scheme = /^[a-z]+:\/\//i.exec(image)?.[0];
  if (scheme !== undefined) return { why: text.both((t) => t.imageScheme), meant: image.slice(scheme.length) };
  // Something else fills them in before the manifest is applied.
  if (image.includes('{{')) return { why: text.both((t) => t.imageUnfilled), meant: undefined };
  if (/\s/.test(image)) return { why: text.both((t) => t.imageSpace(image)), meant: image.replace(/\s+/g, '') };
  const { host, path, tag, digest } = partsOf(image);
  if (tag === '') return { why: text.both((t) => t.imageTag), meant: image.replace(/:$/, ':latest') };
  if (path.some((part) => /[A-Z]/.test(part) && COMPONENT.test(part.toLowerCase()))) {
    const name = [...(host === undefined ? [] : [host]), ...path.map((part) => part.toLowerCase())].join('/');
    return {
      why: text.both((t) => t.imageUpper(image)),
      meant: `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`,
    };
  }
  const isRight =
    path.every((part) => COMPONENT.test(part)) &&
    (host === undefined || HOST.test(host)) &&
    (tag === undefined || (tag.length <= 128 && /^\w[\w.-]*$/.test(tag))) &&
    (digest === undefined || /^[A-Za-z][\w+.-]*:[0-9a-fA-F]+$/.test(digest));
  return isRight ? undefined : { why: text.both((t) => t.imageForm(image)), meant: undefined };
}

/** A container's image has a form in which it can be pulled; the API server takes nearly any text. */
export const image: TypeRule = function* (spot) {
  const at = dig(spot, 'image');
  const name = textOf(at);
  if (at === undefined || name === undefined || name === '') return;
  const wrong = wrongWith(name);
  if (wrong === undefined) return;
  // All that the API server looks at.
  const report = name.trim() === name ? unmeant : refused;
  yield report('bad-image', at, wrong.why, wrong.meant === undefined ? null : `image: ${quotedWhere(wrong.meant)}`);
};
