/**
 * Loads the bundled command line with the bytecode that V8 made of it in an earlier run: to compile it anew takes as long as Node's own start. The bytecode
 * lies beside the bundle; where that folder can't be written, in the user's cache folder. Without it everything works, only later.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { makeFolders } from '../files/folders.ts'
import { importModule } from './import-module.ts'
import type * as Main from './main.ts'

/** Put in by the build: V8 itself only compares the lengths of sources. */
declare const BUNDLE_HASH: string

interface Loaded {
  exports: typeof Main
  /** Keeps the bytecode of what has run so far, unless it is there. Call it once the usual work was done, and soon: V8 drops what it has not run for a while. */
  remember(): void
}

/** @param url of a CommonJS bundle, in ASCII */
export function loadBundle(url: URL): Loaded {
  const file = fileURLToPath(url)
  const cachedData = process.env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : read(file)
  const script = new vm.Script(
    `(function(exports,require,module,__filename,importModule){${fs.readFileSync(file, 'latin1')}\n})`,
    {
      filename: file,
      ...(cachedData ? { cachedData } : {})
    }
  )
  const module = { exports: {} as typeof Main }
  let isKept = Boolean(process.env['NODE_DISABLE_COMPILE_CACHE'] || (cachedData && !script.cachedDataRejected))
  script.runInThisContext()(module.exports, createRequire(url), module, file, importModule)
  return {
    exports: module.exports,
    remember() {
      if (isKept) return
      isKept = true
      places(file).some(place => write(place, script.createCachedData()))
    }
  }
}

/** Beside the bundle, else in the user's own cache folder: never where others may write. */
function places(file: string): string[] {
  const name = `planlint-${BUNDLE_HASH}-${process.version}-${process.arch}.bin`
  const own = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache')
  return [path.join(path.dirname(file), '.code', name), path.join(own, 'planlint', name)]
}

function read(file: string): Buffer | undefined {
  for (const place of places(file)) {
    try {
      const { uid, mode } = fs.statSync(place)
      const isOurs = process.getuid === undefined || ((uid === process.getuid() || uid === 0) && (mode & 0o022) === 0)
      const data = isOurs ? whole(fs.readFileSync(place)) : undefined
      if (data) return data
    } catch {
      // Not there: the next place, or none.
    }
  }
  return undefined
}

const digestLength = 32

/** V8 takes whatever it is given, and a flipped bit ends the process: what is not as it was written is as good as nothing. */
function whole(kept: Buffer): Buffer | undefined {
  const data = kept.subarray(digestLength)
  return digestOf(data).equals(kept.subarray(0, digestLength)) ? data : undefined
}

function digestOf(data: Buffer): Buffer {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(data).digest()
}

/** Whole or not at all: another process may read meanwhile. */
function write(place: string, data: Buffer): boolean {
  const fresh = `${place}.${process.pid}`
  try {
    makeFolders(path.dirname(place), 0o700)
    fs.writeFileSync(fresh, Buffer.concat([digestOf(data), data]), { mode: 0o600, flag: 'wx', flush: true })
    fs.renameSync(fresh, place)
    return true
  } catch {
    try {
      fs.rmSync(fresh, { force: true })
    } catch {
      // Its folder is no folder.
    }
    return false
  }
}
