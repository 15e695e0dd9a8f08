import { Component } from 'react';
import type { ReactNode } from 'react';

interface FaultBoundaryProps {
  /** What stands in place of the broken part; `again` tries to show it anew. */
  readonly fallback: (again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a fault in one tab from taking the others, and what is not saved in them, with it. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback(() => this.setState({ broken: false })) : this.props.children;
  }
}
