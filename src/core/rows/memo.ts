/** Remembers what is made of strings, as far as they are short and few. */
export class Memo<Made> {
  private readonly known = new Map<string, { readonly made: Made }>();

  constructor(
    private readonly make: (text: string) => Made,
    private readonly maxLength = 128,
  ) {}

  get(text: string): Made {
    if (text.length > this.maxLength) return this.make(text);
    const found = this.known.get(text);
    if (found !== undefined) return found.made;
    const made = this.make(text);
    if (this.known.size >= maxKnown) this.known.clear();
    this.known.set(text, { made });
    return made;
  }
}

const maxKnown = 2000;
