/** The part of the global WebAssembly that we use; the ES2023 library does not declare it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
}
