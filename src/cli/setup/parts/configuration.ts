/** What the defaults do not know: plans of a known kind that lie elsewhere; and a configuration of remark that has no planlint in it. */
import type { SetupPart } from '../part.ts'
import { configFile, withOptions } from '../remarkrc.ts'

const elsewhereWords = 'plans elsewhere are judged once "overrides" gives their place a profile, such as "generic"'

/** @param troubles what makes the configuration one that can't be used, each in a line */
export const configurationPart = (troubles: () => Promise<readonly string[]>): SetupPart => ({
  name: 'configuration',
  async propose(scene) {
    const lines = await troubles()
    if (lines.length > 0) return { kind: 'by-hand', says: 'it has to be mended first', lines: lines.join('\n') }
    const { overrides, others } = await scene.plans()
    const { file, namesPlanlint } = configFile(scene)
    if (overrides.length === 0 && (file === undefined || namesPlanlint)) {
      const says = file === undefined ? 'none needed' : `${file} names planlint`
      return { kind: 'ready', says: others.length === 0 ? says : `${says}; ${elsewhereWords}` }
    }
    const places = overrides.map(({ files, profile }) => `${String(files)} (${String(profile)})`).join(', ')
    const says = [
      ...(namesPlanlint || file === undefined ? [] : ['planlint among the plugins of remark']),
      ...(overrides.length === 0 ? [] : [`plans elsewhere are judged, too: ${places}`])
    ].join('; ')
    return withOptions(scene, overrides.length === 0 ? {} : { overrides }, says)
  }
})
