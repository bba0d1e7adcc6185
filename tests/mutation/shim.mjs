/** What test files get as `vitest`: they are collected once, and any test can be run alone, in the same process. */
import fs from 'node:fs'
import { format } from 'node:util'
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect'

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {Suite | undefined} parent
 * @property {boolean} skipped
 * @property {Record<'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach', (() => unknown)[]>} hooks
 *
 * @typedef {object} Test
 * @property {string} id
 * @property {string} name
 * @property {string} file
 * @property {Suite} suite
 * @property {(context: object) => unknown} run
 */

/** A test that says it cannot run here. */
export class Skip extends Error {}

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
chai.use(({ Assertion }) => {
  Assertion.addMethod('toMatchFileSnapshot', function (file) {
    if (!fs.existsSync(file)) throw new Error(`no file ${file}`)
    this.assert(String(this._obj) === fs.readFileSync(file, 'utf8'), `differs from ${file}`, `is ${file}`)
  })
})

const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[Symbol.for('$$jest-asymmetric-matchers-object')] ?? {}
)
setState({ assertionCalls: 0 }, expect)

/** Collects the tests of one file after the other: of what is evaluated after `enter(file)`, until `tests` is asked for. */
export function collector() {
  /** @type {Test[]} */
  let tests = []
  let seen = new Map()
  let file = ''
  let suite = newSuite('', undefined, false)

  function addTest(name, run, skipped) {
    if (skipped || isSkipped(suite)) return
    const full = [file, ...namesOf(suite), name].join(' > ')
    const count = (seen.get(full) ?? 0) + 1
    seen.set(full, count)
    tests.push({ id: count > 1 ? `${full} #${count}` : full, name: full, file, suite, run })
  }

  function addSuite(name, define, skipped) {
    const outer = suite
    suite = newSuite(name, outer, skipped)
    try {
      define()
    } finally {
      suite = outer
    }
  }

  const hook = kind => run => void suite.hooks[kind].push(run)
  const test = taking(addTest)
  return {
    enter(name) {
      file = name
      tests = []
      seen = new Map()
      suite = newSuite('', undefined, false)
    },
    tests: () => tests,
    vitest: {
      __esModule: true,
      expect,
      test,
      it: test,
      describe: taking(addSuite),
      beforeAll: hook('beforeAll'),
      afterAll: hook('afterAll'),
      beforeEach: hook('beforeEach'),
      afterEach: hook('afterEach'),
      vi: new Proxy(
        {},
        {
          get: (_, name) => () => {
            throw new Error(`vi.${String(name)} is not there in mutation tests`)
          }
        }
      )
    }
  }
}

function newSuite(name, parent, skipped) {
  return { name, parent, skipped, hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] } }
}

function isSkipped(suite) {
  return suite !== undefined && (suite.skipped || isSkipped(suite.parent))
}

function namesOf(suite) {
  return suite.parent ? [...namesOf(suite.parent), suite.name] : []
}

/** `test` or `describe`, with what hangs on it. */
function taking(add) {
  const form = skipped =>
    Object.assign((name, ...rest) => add(String(name), bodyOf(rest), skipped), {
      each: rows => each(add, rows, skipped)
    })
  return Object.assign(form(false), { skip: form(true), skipIf: is => form(Boolean(is)), runIf: is => form(!is) })
}

function each(add, rows, skipped) {
  return (name, ...rest) => {
    for (const [index, row] of [...rows].entries()) {
      const values = Array.isArray(row) ? row : [row]
      const body = bodyOf(rest)
      add(title(name, values, index), () => body(...values), skipped)
    }
  }
}

function bodyOf(rest) {
  return rest.find(each => typeof each === 'function') ?? (() => {})
}

function title(name, values, index) {
  const filled = name
    .replaceAll('%#', String(index))
    .replace(/\$(\w+)/g, (whole, key) => (values[0]?.[key] === undefined ? whole : String(values[0][key])))
  const count = (filled.match(/%[sdifjoO]/g) ?? []).length
  return format(filled, ...values.slice(0, count))
}

/**
 * Runs tests one after the other, until the observer says stop.
 *
 * @param {Iterable<Test>} tests
 * @param {{ limit: number, before(test: Test): void, after(test: Test, error: unknown, time: number): boolean }} observer
 *   `limit`: milliseconds that a test may wait; `after` says whether to go on
 */
export async function runTests(tests, { limit, before, after }) {
  /** @type {Map<Suite, unknown>} suites begun, with the error of their beginning */
  const begun = new Map()
  for (const test of tests) {
    const started = performance.now()
    before(test)
    const error = await runTest(test, begun, limit)
    if (!after(test, error, performance.now() - started)) break
  }
  for (const suite of [...begun.keys()].toReversed()) await attempt(suite.hooks.afterAll, limit)
}

async function runTest(test, begun, limit) {
  const suites = lineage(test.suite)
  for (const suite of suites) if (!begun.has(suite)) begun.set(suite, await attempt(suite.hooks.beforeAll, limit))
  const broken = suites.map(suite => begun.get(suite)).find(error => error !== undefined)
  if (broken !== undefined) return broken
  const error = await attempt(
    [
      ...suites.flatMap(suite => suite.hooks.beforeEach),
      () =>
        test.run({
          skip() {
            throw new Skip()
          }
        })
    ],
    limit
  )
  const late = await attempt(
    suites.toReversed().flatMap(suite => suite.hooks.afterEach),
    limit
  )
  return error ?? late
}

function lineage(suite) {
  return suite.parent ? [...lineage(suite.parent), suite] : [suite]
}

/** Runs functions, and gives what one of them throws. */
async function attempt(functions, limit) {
  try {
    for (const each of functions) {
      const result = each()
      if (typeof result?.then === 'function') await within(result, limit)
    }
    return undefined
  } catch (error) {
    return error ?? new Error('nothing was thrown')
  }
}

function within(promise, limit) {
  let timer
  const late = new Promise(
    (_, fail) => void (timer = setTimeout(() => fail(new Error(`took longer than ${limit} ms`)), limit))
  )
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
