/**
 * Makes a function of an object answer once for each object: for what follows from a profile alone and is asked for by every plan, step and field.
 *
 * @param make Pure; its answer is shared, and must not be changed by whoever asks.
 */
export function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return key => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = make(key)))
    return value
  }
}

/**
 * Like `once`, for what lives no longer than a document is judged: a plan, its units and commands. The answer is kept in the object itself, since V8's minor
 * collections take the entries of a WeakMap for alive: all trees of a run would stay until the heap is full.
 *
 * @param make Pure; its answer is shared, and must not be changed by whoever asks. What it is given besides the object belongs to the object: a unit's plan.
 */
export function onceEach<Key extends object, Value, Rest extends unknown[] = []>(
  make: (key: Key, ...rest: Rest) => Value
): (key: Key, ...rest: Rest) => Value {
  const name = Symbol()
  return (key, ...rest) => {
    const holder: { [name]?: Value } = key
    return (holder[name] ??= make(key, ...rest))
  }
}
