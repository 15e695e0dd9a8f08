/** `npm run check [-- --no-tests | --only STAGE]`: is the source in order? One line a stage; exit code 1 when any failed. */
import { parseArgs } from 'node:util';
import { quickTestStage, staticStages } from './check-stages.ts';
import { runStage, runStages } from './run-stages.ts';

const { values } = parseArgs({ options: { 'no-tests': { type: 'boolean' }, only: { type: 'string' } } });

const wanted = staticStages.filter((stage) => values.only === undefined || stage.name.startsWith(values.only));
const withTests = !values['no-tests'] && (values.only === undefined || values.only === quickTestStage.name);
if (wanted.length === 0 && !withTests) {
  console.error(`No such stage: ${values.only}. Stages: ${[...staticStages, quickTestStage].map((stage) => stage.name).join(', ')}`);
  process.exit(2);
}

const failed = await runStages(wanted);
if (withTests && !(await runStage(quickTestStage))) failed.push(quickTestStage.name);
console.log(failed.length === 0 ? 'check: all in order' : `check: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
