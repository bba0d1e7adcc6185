const testPath =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|e2e)\/|(?:^|[/_.-])(?:test|spec)[_.-]|[_.-](?:test|spec)\.\w+$|Tests?\.\w+$/

/** Is a path that of a test? */
export function isTestPath(path: string): boolean {
  return testPath.test(path)
}

/** What tests share: nobody counts tests in it. */
const support = /(?:^|\/)(?:conftest|__init__|setup|helpers?|fixtures?)\.\w+$/

/** Is a path that of a file that tests only use? */
export function isTestSupport(path: string): boolean {
  return support.test(path)
}
