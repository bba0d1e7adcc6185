/** Reads a plan; stands in until the guarded reader is there. */
import fs from 'node:fs/promises'
import type {PlanRead} from './services.ts'

/** @param path absolute */
export async function readPlan(path: string): Promise<PlanRead> {
  try {
    return {ok: true, text: new TextDecoder('utf-8', {fatal: true}).decode(await fs.readFile(path))}
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return {ok: false, trouble: {code: 'invalid-utf8', message: 'Not valid UTF-8: save it as UTF-8'}}
    return {ok: false, trouble: {code: 'unreadable', message: `File can't be read: ${code ?? String(error)}`}}
  }
}
