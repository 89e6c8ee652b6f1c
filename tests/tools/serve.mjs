/* One question a line on stdin, one answer a line on stdout: tests/tools/node.py asks. */

import { createInterface } from "node:readline";

export async function serve(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    const said = await Promise.resolve(JSON.parse(line)).then(answer).then((value) => ({ value }), (error) => ({ error: String(error?.stack ?? error) }));
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
}
