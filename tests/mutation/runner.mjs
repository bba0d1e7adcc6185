/**
 * Stryker's test runner for this project: all tests in one process, from one bundle, so that a mutant costs milliseconds.
 * Vitest itself would take seconds for each.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import { DryRunStatus, MutantRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { bundle } from './bundle.mjs'
import { collector, runTests, Skip } from './shim.mjs'
import { chosenFiles, chosenTests } from './tests.mjs'

/** Milliseconds that a test may wait for something. */
const limit = 10_000
/** How many tests of a file see the same modules in the first run. */
const batch = 40
/** How many mutants share their modules. */
const reuse = 200
/** Tests that run code beside a constant, of which fewer may not be enough to notice that it changed. */
const few = 200

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', create)]

create.inject = tokens(commonTokens.injector)
function create() {
  return new Runner()
}

class Runner {
  #space = (globalThis.__stryker__ ??= {})
  #collector = collector()
  #fresh
  #notes
  /** How many mutants of a file each test noticed. */
  #killers = new Map()
  /** Modules that mutants share which only act when code runs: what runs often is fast. */
  #warm
  #used = 0

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // Whoever tries properties tries the same values each time.
    fc.configureGlobal({ seed: 1 })
    this.#fresh = await bundle(process.cwd(), chosenFiles(), this.#collector.vitest)
  }

  async dryRun() {
    this.#space.activeMutant = undefined
    this.#space.mutantCoverage = { static: {}, perTest: {} }
    const started = performance.now()
    const results = []
    const all = []
    for (const file of chosenFiles()) {
      const count = this.#load(file).length
      for (let from = 0; from < count; from += batch) {
        // What modules remember would hide from later tests what they run through.
        const tests = this.#load(file).slice(from, from + batch)
        all.push(...tests)
        results.push(...(await this.#run(tests, test => test.id)))
      }
    }
    const coverage = settled(this.#space.mutantCoverage, all, filesOfMutants(process.cwd()))
    this.#space.mutantCoverage = undefined
    // To load is part of what tests take: else Stryker would wait that long for each mutant besides.
    const share = (performance.now() - started) / results.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0)
    for (const result of results) result.timeSpentMs *= share
    const tests = all
      .map(({ id, file }, index) => ({ id, file, time: results[index].timeSpentMs }))
      .toSorted((a, b) => a.time - b.time)
    fs.writeFileSync(notes(), JSON.stringify({ tests, reached: coverage.reached, most: coverage.most }))
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: coverage.mutants }
  }

  async mutantRun({ testFilter, activeMutant, mutantActivation, sandboxFileName }) {
    if (!isInSample(activeMutant)) return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' }
    const { tests, reached, most } = (this.#notes ??= JSON.parse(fs.readFileSync(notes(), 'utf8')))
    const isStatic = mutantActivation === 'static' || !testFilter
    const file = path.relative(process.cwd(), sandboxFileName)
    const wanted = new Set(testFilter ?? readersOf(file, reached) ?? tests.map(test => test.id))
    // More than any test needs: loops that do not end are ended soon.
    Object.assign(this.#space, {
      hitLimit: 3 * (most[activeMutant.id] ?? 0) + 5000,
      activeMutant: isStatic ? activeMutant.id : undefined
    })
    try {
      const chosen = this.#likeliestFirst(
        tests.filter(test => wanted.has(test.id)),
        file
      )
      if (isStatic) return await this.#judge(chosen, activeMutant.id, this.#modules())
      if (this.#used++ % reuse === 0) this.#warm = this.#modules()
      const result = await this.#judge(chosen, activeMutant.id, this.#warm)
      // What modules remember of the mutants before may have hidden this one.
      if (result.status === MutantRunStatus.Survived) return await this.#judge(chosen, activeMutant.id, this.#modules())
      if (result.status !== MutantRunStatus.Killed) return result
      const killer = chosen.find(test => test.id === result.killedBy[0])
      this.#killers.set(`${file} ${killer.id}`, (this.#killers.get(`${file} ${killer.id}`) ?? 0) + 1)
      if ((await this.#judge([killer], undefined, this.#warm)).status === MutantRunStatus.Survived) return result
      // The test fails without the mutant too: some mutant before has spoilt what modules remember.
      this.#warm = this.#modules()
      return await this.#judge(chosen, activeMutant.id, this.#warm)
    } catch (error) {
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: [failed({ id: 'loading', name: 'loading' }, error, 0)]
      })
    } finally {
      this.#space.activeMutant = undefined
    }
  }

  async #judge(known, mutant, modules) {
    this.#space.hitCount = 0
    const results = await this.#run(this.#loading(known, mutant, modules), () => undefined, true)
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results })
  }

  /** Modules of which nothing is evaluated yet, and the tests of the files that were. */
  #modules() {
    return { evaluate: this.#fresh(), files: new Map() }
  }

  /** Cheap tests first, and such as noticed other mutants of the file. */
  #likeliestFirst(tests, file) {
    const cost = ({ id, time }) => time / (1 + (this.#killers.get(`${file} ${id}`) ?? 0))
    return tests.toSorted((a, b) => cost(a) - cost(b))
  }

  /** The tests by what they are known, in their order; each file is evaluated when its first test is to come. */
  *#loading(known, mutant, { evaluate, files }) {
    const isStatic = this.#space.activeMutant !== undefined
    for (const { id, file } of known) {
      if (!files.has(file)) {
        if (!isStatic) this.#space.activeMutant = undefined
        files.set(file, new Map(this.#load(file, evaluate).map(test => [test.id, test])))
      }
      this.#space.activeMutant = mutant
      const test = files.get(file).get(id)
      if (test) yield test
    }
  }

  #load(file, evaluate = this.#fresh()) {
    this.#collector.enter(file)
    evaluate(file)
    return chosenTests(this.#collector.tests())
  }

  async #run(tests, idFor, bail = false) {
    const results = []
    await runTests(tests, {
      limit,
      before: test => {
        this.#space.currentTestId = idFor(test)
        this.#space.hitCount = 0
      },
      after: (test, error, time) => {
        this.#space.currentTestId = undefined
        const isEndless = bail && this.#space.hitCount > this.#space.hitLimit
        if (error === undefined && isEndless) results.push(failed(test, 'ran on and on', time))
        else if (error === undefined)
          results.push({
            id: test.id,
            name: test.name,
            fileName: path.resolve(test.file),
            timeSpentMs: time,
            status: TestStatus.Success
          })
        else if (error instanceof Skip)
          results.push({ id: test.id, name: test.name, timeSpentMs: time, status: TestStatus.Skipped })
        else results.push(failed(test, error, time))
        return !bail || results.at(-1).status !== TestStatus.Failed
      }
    })
    return results
  }
}

/** A constant is judged by the tests that run code of its file and, where these are few, of the files that import it; where none does, by all. */
function readersOf(file, reached) {
  const own = reached[file] ?? []
  if (own.length >= few) return own
  const name = path.basename(file)
  const importers = sources(process.cwd()).filter(each =>
    new RegExp(`from '[^']*/${name.replace('.', '\\.')}'`).test(fs.readFileSync(each, 'utf8'))
  )
  const found = [...own, ...importers.flatMap(each => reached[each] ?? [])]
  return found.length > 0 ? found : undefined
}

function failed({ id, name }, error, time) {
  return {
    id,
    name,
    timeSpentMs: time,
    status: TestStatus.Failed,
    failureMessage: String(error?.stack ?? error).slice(0, 2000)
  }
}

/** With PLANLINT_SAMPLE=5 a fifth of the mutants is tried, always the same; the others count as errors, and in no share. */
function isInSample({ fileName, location: { start }, replacement }) {
  const digest = createHash('sha256')
    .update(`${path.basename(fileName)} ${start.line}:${start.column} ${replacement}`)
    .digest()
  return digest.readUInt32BE(0) % Number(process.env['PLANLINT_SAMPLE'] ?? 1) === 0
}

function notes() {
  return path.resolve('.mutation.json')
}

/** Which tests reach which mutants, and files; how often one test comes by a mutant at most. */
function settled({ static: loading, perTest }, tests, fileOf) {
  const mutants = { static: loading, perTest: {} }
  const [reached, most] = [{}, {}]
  for (const test of tests) {
    const kept = Object.entries(perTest[test.id] ?? {})
    mutants.perTest[test.id] = Object.fromEntries(kept)
    for (const [id, count] of kept) most[id] = Math.max(most[id] ?? 0, count)
    for (const file of new Set(kept.map(([id]) => fileOf.get(id)))) (reached[file] ??= []).push(test.id)
  }
  return { mutants, reached, most }
}

/** Where the mutants stand, by what the instrumented code says. */
function filesOfMutants(root) {
  const found = new Map()
  for (const file of sources(root)) {
    for (const [, id] of fs.readFileSync(path.join(root, file), 'utf8').matchAll(/stryMutAct_\w+\("(\d+)"\)/g))
      found.set(id, file)
  }
  return found
}

function sources(root) {
  return ['rules', 'src'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(each => each.endsWith('.ts'))
      .map(name => path.posix.join(folder, name))
  )
}
