/** Resolves with the work, or after so many ms without it. */
export async function atMost(milliseconds: number, work: Promise<void>, win: Window): Promise<void> {
  let timer: number | undefined;
  const time = new Promise<void>((resolve) => {
    timer = win.setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, time]).finally(() => win.clearTimeout(timer));
}
