// Keeps only some properties of types that are too large to generate whole.

/** The "only" part of resources.json: property names by resource token or nested type, such as quicksight.DataSet. */
export class Selection {
  #only;
  #used = new Set();

  constructor(only) {
    this.#only = only;
  }

  /** The properties to generate; required ones stay. */
  pick(owner, properties, isSecond = false) {
    const names = this.#only[owner];
    if (!names) return properties;
    this.#used.add(owner);
    const unknown = names.filter((name) => !properties.some((property) => property.name === name));
    if (unknown.length > 0 && !isSecond) throw new Error(`resources.json: ${owner} has no ${unknown.join(', ')}`);
    return properties.filter((property) => names.includes(property.name) || (isSecond && !property.optional));
  }

  /** Fails where an entry was of no use. */
  checkUsed() {
    const unused = Object.keys(this.#only).filter((owner) => !this.#used.has(owner));
    if (unused.length > 0) throw new Error(`resources.json: "only" names what is not generated: ${unused.join(', ')}`);
  }
}
