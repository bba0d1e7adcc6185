/** What an editor says of itself and of its settings, and the linter that follows from both. */
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { InitializeParams } from 'vscode-languageserver'
import { createDocumentLinter, type DocumentLinter } from './document-linter.ts'
import type { EditorSettings, LinterPlace } from './fresh-linters.ts'

export interface Session {
  /** Judges by the folder and the settings as the editor said them last. */
  linter(): DocumentLinter
  /** The editor shows second places by itself. */
  hasRelated(): boolean
  /** @returns the address of a file that is named from the editor's folder */
  uriOf(name: string): string
  /** The editor introduces itself. */
  begin(params: InitializeParams): void
  /** Its settings changed. */
  configure(given: unknown): void
}

/**
 * @param home its folder is the editor's until that names its own
 * @param dataOnly configurations that are programs are refused, whatever the settings say
 * @param textOf the text of a file (absolute) that is open in the editor
 */
export function createSession(
  home: LinterPlace,
  dataOnly: boolean,
  textOf: (file: string) => string | undefined
): Session {
  const settings: EditorSettings = { enable: true, dataOnly }
  let folder = home.cwd
  let linter = createDocumentLinter(home, settings, textOf)
  let hasRelated = false
  return {
    linter: () => linter,
    hasRelated: () => hasRelated,
    uriOf: name => pathToFileURL(path.resolve(folder, name)).href,
    begin(params) {
      Object.assign(settings, settingsIn(params.initializationOptions, dataOnly))
      folder = folderOf(params) ?? home.cwd
      linter = createDocumentLinter({ ...home, cwd: folder }, settings, textOf)
      hasRelated = params.capabilities.textDocument?.publishDiagnostics?.relatedInformation === true
    },
    configure(given) {
      Object.assign(settings, settingsIn(given, dataOnly))
    }
  }
}

function settingsIn(given: unknown, dataOnly: boolean): EditorSettings {
  const { enable, profile, configPath, configJs } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Record<string, unknown>
  return {
    enable: enable !== false,
    dataOnly: dataOnly || configJs === false,
    ...(typeof profile === 'string' && profile !== '' ? { profile } : {}),
    ...(typeof configPath === 'string' && configPath !== '' ? { config: configPath } : {})
  }
}

function folderOf({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri
  return uri === null || uri === undefined ? undefined : fileOf(uri)
}

/** @returns undefined where it is no file: a text without a name yet, or from elsewhere */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}
