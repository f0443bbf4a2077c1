function textOf(value: unknown): string {
  return value instanceof Error ? `${value.name}: ${value.message}` : String(value);
}

/** Not an error: an observer of a box around one that was just sized hears of it a frame later. */
const observedLater = /^ResizeObserver loop/;

/** Everything that went wrong in the page, in words, for tests to look at. */
export function collectErrors(): string[] {
  const errors: string[] = [];
  window.addEventListener("error", (event) => {
    if (!observedLater.test(event.message)) errors.push(textOf(event.error ?? event.message));
  });
  window.addEventListener("unhandledrejection", (event) => errors.push(`Unhandled: ${textOf(event.reason)}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    errors.push(`Content policy: ${event.effectiveDirective} refused ${event.blockedURI}`);
  });
  const print = console.error.bind(console);
  console.error = (...values: unknown[]) => {
    errors.push(values.map(textOf).join(" "));
    print(...values);
  };
  return errors;
}
