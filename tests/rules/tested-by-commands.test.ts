/** What a command names as what it tests is a mention of that file, in every way that tools have for it. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const plan = (file: string, command: string): string => `# small-queue Plan

## Implementation Steps

### Step 0: Write it

**Goal**: The store, in \`src/store.rs\`

- [ ] Write it

**Verification**: \`${command}\`

## Test Summary

| Test file | Tests | Covers |
| --- | --- | --- |
| \`${file}\` | 1 | The queue |
| \`src/store.rs\` | 1 | The store |
`

const told = (file: string, command: string): string[] =>
  lintText(plan(file, command), { forced: 'task-plan', path: 'a-plan.md' })
    .findings.filter(({ rule }) => rule === 'file-coverage')
    .map(({ message }) => message)

describe('a test that a step runs', () => {
  it.each([
    ['tests/queue.rs', 'cargo test --test queue'],
    ['tests/queue.rs', 'cargo test --test=queue'],
    ['tests/queue.rs', 'cargo test --test other --test queue'],
    ['tests/queue.rs', 'cargo nextest run --test queue'],
    ['tests/queue/main.rs', 'cargo test --test queue'],
    ['crates/shop/tests/queue.rs', 'cargo test -p shop --test queue'],
    ['benches/queue.rs', 'cargo bench --bench queue'],
    ['internal/queue/queue_test.go', 'go test ./internal/queue'],
    ['internal/queue/queue_test.go', 'go test -race ./internal/...'],
    ['internal/queue/queue_test.go', 'go test example.org/shop/internal/queue'],
    ['src/test/java/shop/QueueTest.java', "./gradlew test --tests 'shop.QueueTest'"],
    ['src/test/kotlin/shop/QueueTest.kt', './gradlew :shop:test --tests "*QueueTest"'],
    ['src/test/java/shop/QueueTest.java', 'mvn test -Dtest=QueueTest#keepsOrder'],
    ['tests/queue.test.ts', 'npx vitest run queue'],
    ['tests/queue.test.ts', 'pnpm exec vitest run tests/queue'],
    ['tests/queue.test.ts', 'npx jest queue'],
    ['tests/test_queue.py', 'uv run pytest tests/test_queue.py'],
    ['tests/unit/test_queue.py', 'pytest tests/unit']
  ])('%s by %s', (file, command) => expect(told(file, command)).toEqual([]))

  it.each([
    ['tests/queue.rs', 'cargo test --test store'],
    ['tests/queue.rs', 'cargo test --bin queue'],
    ['internal/queue/queue_test.go', 'go test ./internal/store'],
    ['src/test/java/shop/QueueTest.java', "./gradlew test --tests 'shop.StoreTest'"],
    ['tests/queue.test.ts', 'npx vitest run store']
  ])('%s is not run by %s', (file, command) => expect(told(file, command)).toEqual([`Missing "${file}" in the steps`]))
})
