/** Another text whenever a file was written anew, for its ETag. */
export function fileVersion({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string {
  return `${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}`;
}
