/** What is used of the protocol's own library: in a file of its own, which only `planlint mcp` loads. */
export { McpServer } from '@modelcontextprotocol/server'
export { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
export { z } from 'zod'
