/** Where a command in running text surely ends; nothing where that is open. */
import { describe, expect, test } from 'vitest'
import { sureCommand } from '../../src/shell/index.ts'

describe('the whole text is code', () => {
  test.each([
    'go test ./...',
    'ruff check .',
    'ruff check ..',
    'npm test',
    'npm run check',
    'npm test -- limit',
    'bundle exec rspec spec/user_spec.rb',
    'cd ferry && pytest',
    'npm run lint && npm test -- --run',
    'curl -s http://localhost:3000/health | grep "ok"',
    'uv run pytest -q tests/x.py',
    'CI=1 npm test',
    "grep -c 'two words' notes.md"
  ])('%j', text => {
    expect(sureCommand(text)).toBe(text)
  })
})

test.each([
  ['npm run check.', 'npm run check'],
  ['go test ./....', 'go test ./...'],
  ['npm test passes', 'npm test'],
  ['npm test passes.', 'npm test'],
  ['npm test, passes', 'npm test'],
  ['npm run build exits 0', 'npm run build'],
  ['cargo test --workspace is green', 'cargo test --workspace'],
  ['go vet ./... && go test ./... still pass', 'go vet ./... && go test ./...'],
  ['pytest tests/a.py → 3 passed', 'pytest tests/a.py'],
  ['pytest tests/a.py (3 tests)', 'pytest tests/a.py'],
  ['wc -l "a b.md" prints 3', 'wc -l "a b.md"'],
  ['ruff check . passes', 'ruff check .']
])('%j ends at %j', (text, command) => {
  expect(sureCommand(text)).toBe(command)
})

describe('nobody knows where it ends', () => {
  test.each([
    'npm run build:prod; it exits 0',
    'pytest ferry: 12 passed',
    'cd ferry && pytest, 3 passed',
    'go test ./..., and nothing fails',
    'npm run check in packages/ui',
    'npm run check in packages/ui passes',
    'node check.js once more',
    'pytest tests/unit and tests/integration',
    'pytest tests/unit, tests/integration',
    'pytest tests/unit…',
    'gradle test BUILD SUCCESSFUL',
    'python manage.py check --deploy ok',
    'npm run build and/or lint',
    'pytest -k passes',
    'cargo test -p works',
    'npm run lint && everything green',
    'the list is in order'
  ])('%j', text => {
    expect(sureCommand(text)).toBeUndefined()
  })
})
