/** The editor shows findings while a plan is written. */
import { readJson, setInJson } from '../edit/json.ts'
import type { SetupPart } from '../part.ts'
import { vscodeExtension } from '../recipes.ts'

const file = '.vscode/extensions.json'

/** Folders of other editors, whose users set their language servers up for themselves. */
const others = ['.idea', '.zed', '.helix', '.nvim.lua', '.exrc', '.dir-locals.el', '.sublime-project']

export const editorPart: SetupPart = {
  name: 'editor',
  propose({ read, has, first }) {
    const other = has('.vscode') ? undefined : first(...others)
    if (other !== undefined)
      return { kind: 'none', says: `${other}: docs/guides/editors.md says how other editors start planlint lsp` }
    const text = read(file) ?? ''
    const lines = JSON.stringify({ recommendations: [vscodeExtension] }, null, 2)
    try {
      const { recommendations = [] } = readJson(text) as { recommendations?: unknown[] }
      if (recommendations.includes(vscodeExtension)) return { kind: 'ready', says: `${file} recommends the extension` }
      const edited = setInJson(text, ['recommendations', recommendations.length], vscodeExtension)
      if (edited !== undefined)
        return {
          kind: 'change',
          says: 'Visual Studio Code recommends the extension, which shows findings while a plan is written',
          changes: [{ path: file, text: edited }]
        }
    } catch {
      // Said below.
    }
    return { kind: 'by-hand', says: `${file} can't be edited safely; it needs`, lines }
  }
}
