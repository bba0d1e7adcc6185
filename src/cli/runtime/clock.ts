/** Milliseconds since some moment. To ask `performance` would load a module of Node's first, which takes as long as linting a plan. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1e3 + nanoseconds / 1e6
}
