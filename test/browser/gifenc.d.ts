/** As much of gifenc as is used here; it comes without types. */
declare module 'gifenc' {
  type Palette = readonly (readonly number[])[]
  interface FrameOptions {
    readonly palette?: Palette
    /** In milliseconds. */
    readonly delay?: number
    readonly transparent?: boolean
    readonly transparentIndex?: number
    /** 1 leaves the frame before where this one is transparent. */
    readonly dispose?: number
  }
  interface Encoder {
    writeFrame(indices: Uint8Array, width: number, height: number, options?: FrameOptions): void
    finish(): void
    bytes(): Uint8Array
  }
  interface Gifenc {
    GIFEncoder(): Encoder
    quantize(rgba: Uint8Array, mostColours: number): Palette
    applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array
  }
  const gifenc: Gifenc
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default gifenc
}
