import { createHash } from 'node:crypto'
import path from 'node:path'
import * as esbuild from 'esbuild'

/** The style and the script of the status page as text, with the hashes that its policy allows. */
export async function renderStatusAssets(folder: string): Promise<string> {
  const shrink = async (file: string, target: string): Promise<string> => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [path.join(folder, file)],
      bundle: true,
      write: false,
      format: 'iife',
      target,
      minify: true,
      charset: 'ascii',
      legalComments: 'none'
    })
    return outputFiles[0]!.text.trimEnd()
  }
  const style = await shrink('page.css', 'chrome123')
  const script = await shrink('client.ts', 'es2022')
  if (/<\/(?:script|style)/i.test(style + script)) throw new Error('The page would end inside its own script')
  const constants = { style, styleHash: hashOf(style), script, scriptHash: hashOf(script) }
  const lines = Object.entries(constants).map(([name, text]) => `  ${name}: ${quoted(text)}`)
  return `/** Generated from page.css and client.ts by \`npm run gen\`. */\nexport const assets = {\n${lines.join(',\n')}\n}\n`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}
