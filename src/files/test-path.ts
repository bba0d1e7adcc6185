const testPath =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|e2e)\/|(?:^|[/_.-])(?:test|spec)[_.-]|[_.-](?:test|spec)\.\w+$|Tests?\.\w+$/

/** Is a path that of a test? */
export function isTestPath(path: string): boolean {
  return testPath.test(path)
}
