/** Which checks of a workshop hold, judged by the same engine as the wizards: a check is a rule, a signal the answer to a question. Pure. */

import { SIGNALS, signalsOf } from "./order-signals.mjs";
import { compile } from "./rules.mjs";

/** A function from an order to the ids of the checks that hold, in the order of the data. `data`: what workshop_data publishes. */
export function prepareChecks(data) {
  const names = [...new Set([...data.fields.flatMap(({ id, type }) => (type === "amount" ? [id, `${id}-dit`] : [id])), ...Object.keys(SIGNALS)])];
  const { rules } = compile({
    questions: names.map((id) => ({ id })), facts: [], rules: data.checks.map(({ id, condition }) => ({ id, condition, effects: {} })),
  }, data.thresholds);
  return (order) => {
    const signals = signalsOf(order, data);
    const values = names.map((id) => signals[id] ?? null);
    return rules.filter(({ holds }) => holds(values)).map(({ id }) => id);
  };
}
