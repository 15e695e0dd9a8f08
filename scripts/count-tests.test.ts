import { expect, test } from 'vitest';
import { addCounts, countPlaywright, countVitest, describeCounts, failedInPlaywright, failedInVitest } from './count-tests.ts';

const file = (status: string, failureMessages: readonly string[]) => ({ name: 'a.test.ts', status, message: 'no such module', assertionResults: failureMessages.map((said) => ({ status: 'failed', fullName: '编号', failureMessages: [said] })) });
const clean = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, success: true, testResults: [file('passed', [])] };

test('a clean run', () => {
  expect(describeCounts(countVitest({ ...clean, numPendingTests: 0 }))).toBe('3 passed, 0 failed');
  expect(describeCounts(countVitest(clean))).toBe('3 passed, 0 failed, 1 skipped');
});

test('a test file that cannot be read is a failure', () => {
  expect(countVitest({ ...clean, success: false, testResults: [file('failed', [])] }).failed).toBe(1);
});

test('an unsuccessful run without a failed test is a failure', () => {
  expect(countVitest({ ...clean, success: false }).failed).toBe(1);
});

test('a failed test is counted once', () => {
  expect(countVitest({ ...clean, success: false, numFailedTests: 1, testResults: [file('failed', ['seed: 7'])] }).failed).toBe(1);
});

test('Playwright: what a second try brought has passed; an error outside the tests is a failure', () => {
  expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}], suites: [] })).toEqual({ passed: 6, failed: 2, skipped: 2 });
});

test('each failed test is told with its file, its name and what it said', () => {
  expect(failedInVitest({ ...clean, testResults: [file('failed', ['seed: 7\nat x']), file('failed', []), file('passed', [])] })).toEqual(['a.test.ts › 编号\n    seed: 7\n    at x', 'a.test.ts\n    no such module']);
  const specs = [{ title: '打字', tests: [{ status: 'unexpected', results: [{ error: { message: 'one' } }, { error: { message: 'two' } }] }] }, { title: '好的', tests: [{ status: 'expected', results: [{}] }] }];
  const suites = [{ file: 'a.spec.ts', suites: [{ file: 'a.spec.ts', specs }] }];
  expect(failedInPlaywright({ stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }, errors: [], suites })).toEqual(['a.spec.ts › 打字\n    two']);
});

test('runs add up', () => {
  expect(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
