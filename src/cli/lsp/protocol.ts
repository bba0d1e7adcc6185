/** What is used of the protocol's own library: in a file of its own, which only the language server loads. */
export {
  CodeActionKind,
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind
} from 'vscode-languageserver/node.js'
export { TextDocument } from 'vscode-languageserver-textdocument'
