import type { CommandResult } from './run-command.ts';

/** One thing that passes or fails, with a line of its own in the report. */
export interface Stage {
  readonly name: string;
  run(): Promise<CommandResult>;
}

/** Runs the stages, two at a time, prints a line for each and the output of those that fail; returns the names of the failed. */
export async function runStages(stages: readonly Stage[]): Promise<string[]> {
  const failed: string[] = [];
  const waiting = [...stages];
  const worker = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      if (!(await runStage(stage))) failed.push(stage.name);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

/** Runs one stage and prints its line; true when it passed. */
export async function runStage(stage: Stage): Promise<boolean> {
  const started = performance.now();
  const { ok, output } = await stage.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${stage.name.padEnd(14)} ${seconds.padStart(6)} s`);
  if (!ok && output.trim()) console.log(output.trimEnd().replace(/^/gm, '     '));
  return ok;
}
