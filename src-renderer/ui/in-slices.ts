/** Longer than that the window is not kept from a person's keys. */
const SLICE_MS = 20;

/** Long work to its end, given back to the window after every slice of it. */
export async function inSlices<T>(work: Iterator<unknown, T>): Promise<T> {
  for (let begun = performance.now(); ;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await giveBack();
    begun = performance.now();
  }
}

/** A message, no timer: those of a window in the background come once a second. */
const giveBack = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
