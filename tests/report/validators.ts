import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'

const require = createRequire(import.meta.url)

/** Our published schema. */
export const validateReport = compile(
  JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
)

/** The official schema, as Microsoft's package carries it; written for draft 4, with nothing in it that draft 7 reads otherwise. */
export const validateSarif = compile(officialSarif())

/** The format that GitLab documents for Code Quality reports. */
export const validateGitlab = compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 0 },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } }
          }
        }
      }
    }
  }
})

const position = {
  type: 'object',
  required: ['line'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } }
}
const range = {
  type: 'object',
  required: ['start', 'end'],
  additionalProperties: false,
  properties: { start: position, end: position }
}

/** reviewdog's DiagnosticResult: protobuf's JSON, in which an unknown key is an error. */
export const validateRdjson = compile({
  type: 'object',
  required: ['diagnostics', 'source'],
  additionalProperties: false,
  properties: {
    source: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: { name: { type: 'string' }, url: { type: 'string' } }
    },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location', 'severity', 'code'],
        additionalProperties: false,
        properties: {
          message: { type: 'string' },
          location: {
            type: 'object',
            required: ['path'],
            additionalProperties: false,
            properties: { path: { type: 'string' }, range }
          },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: {
            type: 'object',
            required: ['value'],
            additionalProperties: false,
            properties: { value: { type: 'string' }, url: { type: 'string' } }
          },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['range', 'text'],
              additionalProperties: false,
              properties: { range, text: { type: 'string' } }
            }
          }
        }
      }
    }
  }
})

/** Errors of libxml2 for a document under one of the two schemas; none if valid. */
export async function xmlErrors(xml: string, schema: 'jenkins-junit' | 'ant-junit'): Promise<string[]> {
  const contents = readFileSync(new URL(`schemas/${schema}.xsd`, import.meta.url), 'utf8')
  const result = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: `${schema}.xsd`, contents }
  })
  return result.errors.map(error => error.message)
}

function officialSarif(): object {
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')
  )
  delete schema.$schema
  delete schema.id
  return schema
}

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
  formats.default(ajv)
  return ajv.compile(schema)
}
