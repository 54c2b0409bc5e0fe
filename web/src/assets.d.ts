/** A file of a package, as the address under which the build serves it. */
declare module '*.json?url' {
  const address: string;
  export default address;
}
