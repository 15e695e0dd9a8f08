import { expect, test } from 'vitest';
import { addCounts, countPlaywright, countVitest, describeCounts } from './count-tests.ts';

const clean = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, success: true, testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }] };

test('a clean run', () => {
  expect(describeCounts(countVitest({ ...clean, numPendingTests: 0 }))).toBe('3 passed, 0 failed');
  expect(describeCounts(countVitest(clean))).toBe('3 passed, 0 failed, 1 skipped');
});

test('a test file that cannot be read is a failure', () => {
  expect(countVitest({ ...clean, success: false, testResults: [{ status: 'failed', assertionResults: [] }] }).failed).toBe(1);
});

test('an unsuccessful run without a failed test is a failure', () => {
  expect(countVitest({ ...clean, success: false }).failed).toBe(1);
});

test('a failed test is counted once', () => {
  expect(countVitest({ ...clean, success: false, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] }).failed).toBe(1);
});

test('Playwright: what a second try brought has passed; an error outside the tests is a failure', () => {
  expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({ passed: 6, failed: 2, skipped: 2 });
});

test('runs add up', () => {
  expect(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
