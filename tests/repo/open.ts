/** Opens repositories as the command line does, and waits. */
import { answer } from '../../src/repo/asking.ts'
import { opening, type OpenRepo } from '../../src/repo/snapshot.ts'

export function openRepo(...given: Parameters<typeof opening>): Promise<OpenRepo> {
  return answer(opening(...given))
}
