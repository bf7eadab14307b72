import { z } from 'zod';
import { badRequest, methodNotAllowed, noSuchResource } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import type { PolicyRule } from '../../kinds/types.ts';
import { readBody } from '../body.ts';
import { type ApiAnswer, type ApiRequest, json } from '../messages.ts';
import { type Act, grantsOf, whyAllowed } from './rbac.ts';
import type { User } from './user.ts';

const text = z.string().default('');
const resource = z.object({
  ...{ namespace: text, verb: text, group: text, resource: text, subresource: text, name: text },
});
const asked = z.object({
  resourceAttributes: resource.optional(),
  nonResourceAttributes: z.object({ path: text, verb: text }).optional(),
});
const ofUser = asked.extend({ user: text, groups: z.array(z.string()).default([]) });
const rules = z.object({ namespace: text });

function specOf<T>(request: ApiRequest, schema: z.ZodType<T>): T {
  const read = z.object({ spec: schema }).safeParse(readBody(request));
  if (!read.success) throw badRequest(`the object provided is unrecognized: ${z.prettifyError(read.error)}`);
  return read.data.spec;
}

function actOf({ resourceAttributes: of, nonResourceAttributes: path }: z.infer<typeof asked>): Act {
  if (of) return { ...of, part: of.subresource };
  if (path) return path;
  throw badRequest(
    'spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
  );
}

const reviewed = (lab: Lab, user: User, spec: z.infer<typeof asked>): object => {
  const reason = whyAllowed(lab, user, actOf(spec));
  return reason === undefined ? { allowed: false } : { allowed: true, reason };
};

/** Alike rules once: several bindings may give the same. */
const unique = (all: readonly PolicyRule[]): PolicyRule[] =>
  Array.from(new Map(all.map((one) => [JSON.stringify(one), one])).values());

function rulesOf(lab: Lab, user: User, namespace: string): object {
  const all = unique(Array.from(grantsOf(lab, user, namespace)).flatMap((one) => one.rules));
  return {
    resourceRules: all.flatMap(({ nonResourceURLs, resources, ...rule }) =>
      resources ? [{ ...rule, resources }] : [],
    ),
    nonResourceRules: all.flatMap(({ verbs, nonResourceURLs }) =>
      nonResourceURLs ? [{ verbs, nonResourceURLs }] : [],
    ),
    incomplete: false,
  };
}

type Review = (lab: Lab, user: User, request: ApiRequest) => { spec?: object; status: object };

/** Questions that are posted and answered, and never stored. */
const REVIEWS: Readonly<Record<string, Review>> = {
  SelfSubjectReview: (_lab, { name, groups }) => ({ status: { userInfo: { username: name, groups } } }),
  SelfSubjectAccessReview: (lab, user, request) => {
    const spec = specOf(request, asked);
    return { spec, status: reviewed(lab, user, spec) };
  },
  SubjectAccessReview: (lab, _user, request) => {
    const spec = specOf(request, ofUser);
    return { spec, status: reviewed(lab, { name: spec.user, groups: spec.groups }, spec) };
  },
  LocalSubjectAccessReview: (lab, _user, request) => {
    const spec = specOf(request, ofUser);
    return { spec, status: reviewed(lab, { name: spec.user, groups: spec.groups }, spec) };
  },
  SelfSubjectRulesReview: (lab, user, request) => {
    const spec = specOf(request, rules);
    return { spec, status: rulesOf(lab, user, spec.namespace) };
  },
};

/** Answers a question about who may do what, or who one is. @throws ApiError */
export function review(
  lab: Lab,
  user: User,
  { kind, apiVersion }: { kind: string; apiVersion: string },
  request: ApiRequest,
): ApiAnswer {
  if (request.method !== 'POST') throw methodNotAllowed();
  const answer = REVIEWS[kind];
  if (answer === undefined) throw noSuchResource();
  return json({ kind, apiVersion, metadata: {}, ...answer(lab, user, request) }, 201);
}
