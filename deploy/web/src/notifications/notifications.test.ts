import { afterEach, describe, expect, it, vi } from 'vitest';
import { listen } from './notifications';

class FakeSource {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 1;
  onerror: (() => void) | null = null;
  readonly listeners = new Map<string, () => void>();
  closed = false;
  constructor(readonly url: string) {
    FakeSource.made.push(this);
  }
  addEventListener(name: string, listener: () => void) {
    this.listeners.set(name, listener);
  }
  close() {
    this.closed = true;
  }
}

describe('the stream of notifications', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    FakeSource.made = [];
  });

  it('tells of each, leaves short breaks to the browser, and comes back where that gave up', () => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', FakeSource);
    const told = vi.fn();
    const end = listen(told, 1_000);
    const [first] = FakeSource.made;
    first!.listeners.get('notification')!();
    expect(told).toHaveBeenCalledTimes(1);

    first!.readyState = 0;
    first!.onerror!();
    vi.advanceTimersByTime(5_000);
    expect(FakeSource.made).toHaveLength(1);

    first!.readyState = FakeSource.CLOSED;
    first!.onerror!();
    vi.advanceTimersByTime(1_000);
    expect(FakeSource.made).toHaveLength(2);

    end();
    expect(FakeSource.made[1]!.closed).toBe(true);
  });
});
