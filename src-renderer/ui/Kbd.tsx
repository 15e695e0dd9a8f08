import type { ReactNode } from 'react';

/** A key or chord as printed on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd>{children}</kbd>;
}
