const env = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/**
 * How a property is tried: the same samples in every run, so that a red run is red by the change it tests. NIWEN_SEED=n takes others, NIWEN_TIMES=n so many times
 * as many: to look for what nobody has thought of is a run of its own (test/README.md).
 */
export const runs = (numRuns: number): { numRuns: number; seed: number } => ({ numRuns: numRuns * env('NIWEN_TIMES', 1), seed: env('NIWEN_SEED', 20260801) });
