import assert from 'node:assert/strict';

const PATIENCE = 30_000;

/** Reads until the value is as expected; fails with the difference after `patience` milliseconds. */
export async function eventually(read, expected, message, patience = PATIENCE) {
  const end = Date.now() + patience;
  let actual = await read();
  while (!same(actual, expected) && Date.now() < end) {
    await new Promise(resolve => setTimeout(resolve, 50));
    actual = await read();
  }
  assert.deepEqual(actual, expected, message);
}

function same(actual, expected) {
  try {
    assert.deepEqual(actual, expected);
    return true;
  } catch {
    return false;
  }
}
