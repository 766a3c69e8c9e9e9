/** Replaced functions; `undo` restores them. */
export interface Trap {
  undo(): void;
}

/** Called before a trapped function runs; if it throws, the function does not run. */
export type OnCall = (name: string) => void;

/** Functions or constructors of an object; `undefined` if the object does not exist here. */
export interface Trapped {
  readonly label: string;
  readonly holder: object | undefined;
  readonly names: readonly string[];
}

export function trap(all: readonly Trapped[], onCall: OnCall): Trap {
  const undos = all.flatMap(({ label, holder, names }) =>
    holder === undefined ? [] : names.map((name) => trapMember(holder, name, () => onCall(label + name))),
  );
  return {
    undo: () => {
      for (const undo of undos.reverse()) undo();
    },
  };
}

function trapMember(holder: object, name: string, onCall: () => void): () => void {
  const real: unknown = Reflect.get(holder, name);
  if (typeof real !== 'function') return () => {};
  const before = Object.getOwnPropertyDescriptor(holder, name);
  const value = new Proxy(real, {
    apply(target, self, values) {
      onCall();
      return Reflect.apply(target, self, values);
    },
    construct(target, values, newTarget) {
      onCall();
      return Reflect.construct(target, values, newTarget);
    },
  });
  Object.defineProperty(holder, name, { value, configurable: true, enumerable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(holder, name, before);
    else Reflect.deleteProperty(holder, name);
  };
}
