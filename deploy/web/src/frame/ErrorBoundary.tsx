import { Component, type ReactNode } from 'react';
import { Failure } from './Failure';

interface Properties {
  children: ReactNode;
  /** When it changes, what broke is tried again: the address, say. */
  resetBy?: unknown;
}

/** Keeps what breaks in one part from taking the page along. */
export class ErrorBoundary extends Component<Properties, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: Properties) {
    if (this.state.error !== null && before.resetBy !== this.props.resetBy) this.setState({ error: null });
  }

  override render() {
    return this.state.error === null ? this.props.children
      : <Failure error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
