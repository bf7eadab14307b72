import { line, maybe, oneOf, word } from '../../core/command/line.ts';

/**
 * What the buttons below a cluster's picture say: show it `again`, show its `nodes` to choose from, switch a node `off` or
 * `on`, put `load` on the Pods of a Deployment (`namespace/name`) or `unload` them. `after`: what was done before, which is
 * still told when the picture is looked at again.
 */
export const showLine = line('lab-show', {
  what: oneOf(['again', 'nodes', 'off', 'on', 'load', 'unload']),
  name: maybe(word),
  after: maybe(oneOf(['new', 'restored', 'off', 'on', 'load', 'unload'])),
});
