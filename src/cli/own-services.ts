/** planlint's own parts, loaded when they are first needed. */
import type {Services} from './services.ts'

export const ownServices: Services = {
  createLinter: missing,
  readPlan: missing,
  async formats() {
    return (await import('../report/index.ts')).formatDescriptions
  },
  async reporter(format) {
    const {formats, isFormatName} = await import('../report/index.ts')
    if (!isFormatName(format)) throw new TypeError(`Unknown format: ${format}`)
    return formats[format]()
  },
  ruleIds: missing,
  rules: missing,
  profiles: missing
}

async function missing(): Promise<never> {
  throw new Error('Not built yet')
}
