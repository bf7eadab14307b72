import type { Admission } from '../../engine/admission.ts';
import { noSuchResource, notFound } from '../../engine/errors.ts';
import type { Lab, Runtime } from '../../engine/lab.ts';
import type { ApiAnswer, ApiRequest, ApiStream } from '../messages.ts';
import type { Target } from '../target.ts';
import { managerOf } from '../writing.ts';
import { bind } from './binding.ts';
import { evict } from './eviction.ts';
import { answerLog } from './log.ts';
import { findProxied } from './proxy.ts';
import { answerScale } from './scale.ts';
import { checkStream } from './streams.ts';
import { giveToken } from './token.ts';

interface Parts {
  lab: Lab;
  admissions: readonly Admission[];
  runtime: Runtime;
}

/** Answers for a part of an object that is no part of what is stored. @throws ApiError */
export function answerPart(
  request: ApiRequest,
  { lab, admissions, runtime }: Parts,
  target: Target,
): ApiAnswer | ApiStream {
  const { row, namespace, name = '', part } = target;
  switch (part) {
    case 'scale': {
      const object = lab.store.get(row, { namespace, name });
      if (object === undefined) throw notFound(row, name);
      const isDryRun = request.query.get('dryRun') === 'All';
      return answerScale(
        request,
        { lab, admissions, isDryRun, manager: managerOf(request), warn: () => {} },
        row,
        object,
      );
    }
    case 'eviction':
      return evict(request, lab, target);
    case 'binding':
      return bind(request, lab, target);
    case 'token':
      return giveToken(request, lab, target);
    case 'log':
      return answerLog(request, lab, runtime, target);
    case 'exec':
    case 'attach':
    case 'portforward':
      return checkStream(request, lab, target);
    case 'proxy':
      return findProxied(lab, target);
    default:
      throw noSuchResource();
  }
}
