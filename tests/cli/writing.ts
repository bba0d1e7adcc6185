/** A folder for each test, and files in it as the writer is handed them. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { readPlan } from '../../src/cli/files/read.ts'
import type { Expected } from '../../src/cli/files/write.ts'

export let root = ''
beforeEach(() => void (root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'planlint-write-'))))
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

export const at = (...names: string[]): string => path.join(root, ...names)

export function file(name: string, content: string): string {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true })
  fs.writeFileSync(at(name), content)
  return at(name)
}

export async function read(name: string): Promise<Expected> {
  const result = await readPlan(name)
  if (!result.ok) throw new Error(result.fatal.message)
  return result
}
