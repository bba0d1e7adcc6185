/** planlint in Visual Studio Code: starts the server that lies beside it, and hands it the settings. */
import path from 'node:path'
import { type ExtensionContext, workspace } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node.js'

let client: LanguageClient | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const module = path.join(context.extensionPath, 'server/bin.cjs')
  // By the editor's own Node: nothing has to be installed, neither in the folder nor on the machine.
  const run = { module, args: ['lsp'], transport: TransportKind.stdio }
  client = new LanguageClient(
    'planlint',
    'planlint',
    { run, debug: run },
    {
      documentSelector: [
        { language: 'markdown', scheme: 'file' },
        { language: 'markdown', scheme: 'untitled' }
      ],
      initializationOptions: settings(),
      synchronize: {
        fileEvents: workspace.createFileSystemWatcher('**/{.remarkrc*,.remarkignore,package.json}')
      }
    }
  )
  const tell = (): void => {
    void client?.sendNotification('workspace/didChangeConfiguration', { settings: { planlint: settings() } })
  }
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(event => event.affectsConfiguration('planlint') && tell()),
    workspace.onDidGrantWorkspaceTrust(tell)
  )
  await client.start()
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}

/** Configuration that is code runs in folders that are trusted, and in no other. */
function settings(): Record<string, unknown> {
  const { enable, profile, configPath } = workspace.getConfiguration('planlint')
  return { enable, profile, configPath, configJs: workspace.isTrusted }
}
