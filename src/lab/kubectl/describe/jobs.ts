import { humanDuration } from '../../kinds/columns/ages.ts';
import { at, has, list, maybe, number, text } from '../read.ts';
import { type Describer, describeController, describeEvents, describeHead, describeMarks } from './describer.ts';
import type { Page } from './page.ts';
import { describeTemplate } from './template.ts';
import { longTime, selectorText } from './words.ts';

/** Lines of what may be left out, each by its title. */
function describeGiven(page: Page, of: unknown, rows: readonly (readonly [string, string, string?])[]): void {
  for (const [title, path, unit = ''] of rows) if (has(of, path)) page.line(0, `${title}:\t${text(of, path)}${unit}`);
}

export const describeJob: Describer = (page, item, looking) => {
  const { spec, status } = item;
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  page.line(0, `Selector:\t${selectorText(at(spec, 'selector'))}`);
  describeMarks(page, item);
  describeController(page, item);
  describeGiven(page, spec, [['Parallelism', 'parallelism']]);
  page.line(0, `Completions:\t${maybe(spec, 'completions') ?? '<unset>'}`);
  describeGiven(page, spec, [
    ['Completion Mode', 'completionMode'],
    ['Suspend', 'suspend'],
    ['Backoff Limit', 'backoffLimit'],
    ['TTL Seconds After Finished', 'ttlSecondsAfterFinished'],
  ]);
  const [start, end] = [maybe(status, 'startTime'), maybe(status, 'completionTime')];
  if (start !== undefined) page.line(0, `Start Time:\t${longTime(start)}`);
  if (end !== undefined) page.line(0, `Completed At:\t${longTime(end)}`);
  if (start !== undefined && end !== undefined)
    page.line(0, `Duration:\t${humanDuration(Date.parse(end) - Date.parse(start))}`);
  describeGiven(page, spec, [['Active Deadline Seconds', 'activeDeadlineSeconds', 's']]);
  const ready = has(status, 'ready') ? ` (${number(status, 'ready')} Ready)` : '';
  page.line(
    0,
    `Pods Statuses:\t${number(status, 'active')} Active${ready} / ${number(status, 'succeeded')} Succeeded / ${number(status, 'failed')} Failed`,
  );
  if (text(spec, 'completionMode') === 'Indexed')
    page.line(0, `Completed Indexes:\t${text(status, 'completedIndexes') || '<none>'}`);
  describeTemplate(page, at(spec, 'template'));
  describeEvents(page, looking);
};

export const describeCronJob: Describer = (page, item, looking) => {
  const { spec } = item;
  const unset = (path: string): string => maybe(spec, path) ?? '<unset>';
  describeHead(page, item);
  page.line(0, `Schedule:\t${text(spec, 'schedule')}`);
  page.line(0, `Concurrency Policy:\t${text(spec, 'concurrencyPolicy')}`);
  page.line(0, `Suspend:\t${{ true: 'True', false: 'False' }[text(spec, 'suspend')] ?? '<unset>'}`);
  page.line(0, `Successful Job History Limit:\t${unset('successfulJobsHistoryLimit')}`);
  page.line(0, `Failed Job History Limit:\t${unset('failedJobsHistoryLimit')}`);
  const deadline = unset('startingDeadlineSeconds');
  page.line(0, `Starting Deadline Seconds:\t${deadline === '<unset>' ? deadline : `${deadline}s`}`);
  const template = at(spec, 'jobTemplate.spec');
  page.line(0, `Selector:\t${has(template, 'selector') ? selectorText(at(template, 'selector')) : '<unset>'}`);
  page.line(0, `Parallelism:\t${maybe(template, 'parallelism') ?? '<unset>'}`);
  page.line(0, `Completions:\t${maybe(template, 'completions') ?? '<unset>'}`);
  describeGiven(page, template, [['Active Deadline Seconds', 'activeDeadlineSeconds', 's']]);
  describeTemplate(page, at(template, 'template'));
  const last = maybe(item, 'status.lastScheduleTime');
  page.line(0, `Last Schedule Time:\t${last === undefined ? '<unset>' : longTime(last)}`);
  const active = list(item, 'status.active').map((one) => text(one, 'name'));
  page.line(0, `Active Jobs:\t${active.join(', ') || '<none>'}`);
  describeEvents(page, looking);
};
